package slipstream.device.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slipstream.cloudlink.protocol.PaymentReference;

/// Labels before twelve digits on receipts of card payments, most of which no table lists.
class UnlistedLabelsTest {
    private static final String NUMBER = "602322782347";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "参考号|检索参考号|REF NO|REFER NO|RRN号|参考号码|系统参考号|交易参考号(RRN)",
                "POS交易参考号|凭条参考号|银联检索号|银行系统参考号|参考号/REF.NO|卡交易参考号",
                "参考号RRN|交易检索号",
                "調閱編號|序號|交易序號|簽單序號|參考號碼|查詢序號|REF NO|RRN|參考編號",
                "Ref No 參考編號|交易參考編號|檢索參考號碼|銀行參考編號",
                "RRN|Ref #|Reference #|Retrieval ref #|TRANS #|Trans ref|Host ref|Bank RRN|RRef",
                "Ref. No.|REFNUM|Ref Num|R.R.N.|RetRef|Ret Ref No|Acq Ref|Card Ref|EFT Ref no",
                "Ref Id|ReferenceId|Sale Ref|RRN/Ref|Retrieval Ref. No.|Transaction Ref No",
                "TXN REF#|Sys Ref|Switch Ref|Network Ref|Auth Ref|Bank Ref No|Terminal Ref",
                "Payment Ref|Acquirer RRN|Card Txn Ref|Rtrvl Ref|TransRef|Ref/RRN|RRN No|POS Ref",
                "Processor Ref|Processing Ref|Approval Ref|Issuer Ref|Trace Ref",
                "照会番号|検索番号|取引通番|取引識別番号|端末処理番号|決済処理番号",
                "カード会社照会番号|センター処理通番|取引照会番号|処理番号|参照番号|取引管理番号",
                "カード取引番号|決済照会番号|取引ID|RRN|オーソリ照会番号|伝票照会番号",
                "利用照会番号",
                "거래고유번호|거래번호|고유번호|거래일련번호|승인고유번호|VAN거래번호|RRN",
                "조회번호|참조번호|거래참조번호|카드거래번호|전표고유번호|결제고유번호",
                "VAN 고유번호|매입참조번호|거래관리번호",
                "Ref.-Nr.|Referenznummer|RRN|Transaktionsnr.|Zahlungsref.|TA-Nr.|Referenz-Nr.",
                "Ref. Nr.|Buchungsnr.|Abrufreferenz|Retrieval-Ref.|Kartenreferenz",
                "Transaktionsref.|Ref-ID|Zahlungs-Referenz|Autorisierungsreferenz|Acquirer-Ref.",
                "Host-Ref.|Transaktion Nr.|Vorgangsnummer|EFT-Ref",
                "No TRANS|N° transaction|Réf.|Réf. transaction|N° réf acquéreur|ID transaction",
                "Référence|Num. référence|N° de réf.|RRN|Réf. CB|Réf paiement carte|Réf. banque",
                "N° RRN|Réf. opération|Réf. acquéreur|N° opération|Numéro RRN|Réf. autorisation",
                "Réf. bancaire",
                "N. OPERACION|Nº Op.|REF.|Ref. operación|Nro. Referencia|Nro ref",
                "No. de referencia|RRN|Ref. bancaria|Nro. Op|Num. Ref|Núm. Operación|Nº ref.",
                "Referencia RRN|No. Ref|No. Operación|Nro de operación|Cód. referencia",
                "Nro. Transacción|Ref. transacción|Id operación|Ref. tarjeta",
                "NSU|DOC|CV|NSU CTF|NSU SITEF|NSU REDE|NSU HOST|Nº Doc|Ref.|Transação",
                "Cód. transação|RRN|Nº NSU|Ref. transação|Nº Ref.|Referência|Num. Transação",
                "NSU TEF|NSU/DOC|Ref. operação|Nº Transação|N.Ref",
                "Référence transaction carte|N° de référence carte (RRN)|Referenznummer Kartenzahlung",
                "Ref. operación tarjeta (RRN)|Núm. de referencia de tarjeta|Ref. transação cartão (RRN)",
                "Referência do cartão RRN"
            })
    void whatRefersToACardsPaymentIsTaken(String labels) {
        for (String label : labels.split("\\|")) {
            assertEquals(List.of(new PaymentReference("card", "rrn", NUMBER)), behind(label), label);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Référence carte cadeau|Referencia tarjeta regalo|Reference card gift|Referenz Karte Kunde",
                "终端流水号|批次流水号|商户流水号|小票流水号|收银流水号|单据号|发票序号|机台序号",
                "产品序号|会员参考号|预约参考号|快递参考号|电子秤序号|设备序号|商品序号|积分流水",
                "储值交易号|会员交易流水|物流交易号|开票参考号|税控序号|打印流水号",
                "發票序號|機台序號|產品序號|會員序號|保固序號|商品序號|列印序號",
                "Order ref|Booking ref|Customer ref|Ticket ref|Loyalty ref|Your ref|Delivery ref",
                "Receipt ref|Quote Ref|Product ref|Item ref|Tax ref|VAT ref|Policy ref|Staff ref",
                "Gift card ref|Parcel ref|Collection ref|Claim ref|Article ref|Room ref",
                "Journal Seq|Warranty ref|Appointment Ref|Parking ref",
                "お問い合わせ番号(配送)|予約照会番号|製造番号|商品管理番号|会員照会番号",
                "荷物問合せ番号|登録照会番号|宅配お問い合わせ番号|保証書番号",
                "상품고유번호|회원고유번호|기기일련번호|제품일련번호|쿠폰일련번호|포인트거래번호",
                "현금영수증 거래번호|상품번호|주차고유번호",
                "Kundenreferenz|Bestellreferenz|Rechnungsreferenz|Ihre Referenz|Artikelreferenz",
                "Artikel-Ref|Lieferreferenz|Gutscheinreferenz|Seriennummer|TSE Transaktion",
                "Versandreferenz",
                "Réf. client|Réf. article|Réf. produit|Réf. commande|Réf. dossier|Réf. facture",
                "Réf. livraison|Votre référence|Réf. contrat",
                "Ref. cliente|Ref. artículo|Ref. producto|Ref. pedido|Referencia factura",
                "Ref. envío|Ref. reserva|Su referencia",
                "Ref. cliente|Ref. produto|Ref. pedido|Ref. artigo|Ref. fatura|Ref. entrega",
                "Sua referência"
            })
    void whatRefersToSomethingElseIsNot(String labels) {
        for (String label : labels.split("\\|")) {
            assertEquals(List.of(), behind(label), label);
        }
    }

    private static List<PaymentReference> behind(String label) {
        return LayoutsTest.found("VISA ************1234", label + ": " + NUMBER).references();
    }
}

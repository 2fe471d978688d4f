// Has WeChat open its payment window, and goes on to the voucher. Whether it was paid, the platform is asked there.
(() => {
  const of = id => document.getElementById(id);
  const {appId, timeStamp, nonceStr, package: packaged, paySign, back} = of('pay').dataset;
  const pay = () => {
    of('cancelled').hidden = of('refused').hidden = true;
    of('pay').disabled = true;
    const call = {appId, timeStamp, nonceStr, package: packaged, signType: 'RSA', paySign};
    WeixinJSBridge.invoke('getBrandWCPayRequest', call, answer => {
      if (answer.err_msg === 'get_brand_wcpay_request:ok') {
        location.replace(back);
        return;
      }
      of('pay').disabled = false;
      of(answer.err_msg === 'get_brand_wcpay_request:cancel' ? 'cancelled' : 'refused').hidden = false;
    });
  };
  const ready = () => {
    of('elsewhere').hidden = true;
    of('pay').hidden = false;
    of('pay').addEventListener('click', pay);
    pay();
  };
  if (window.WeixinJSBridge) ready();
  else document.addEventListener('WeixinJSBridgeReady', ready, {once: true});
})();

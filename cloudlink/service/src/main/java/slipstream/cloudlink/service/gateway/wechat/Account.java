package slipstream.cloudlink.service.gateway.wechat;

import java.util.Optional;

/// Whose orders are asked for, and by whom.
sealed interface Account {
    /// Who signs the questions.
    String asker();

    /// The application whose openids its orders carry, and which can vouch for payers.
    String appid();

    /// Where the orders of this account are asked for.
    String orders();

    /// The query string that names the account.
    String query();

    /// A merchant that asks for its own orders.
    ///
    /// @param appid the application whose openids its orders carry
    record Direct(String mchid, String appid) implements Account {
        @Override
        public String asker() {
            return mchid;
        }

        @Override
        public String orders() {
            return "/v3/pay/transactions/";
        }

        @Override
        public String query() {
            return "?mchid=" + mchid;
        }
    }

    /// A service provider that asks for the orders of one of its sub-merchants.
    ///
    /// @param subAppid the sub-merchant's own application, if it has one
    record Partner(String spMchid, String spAppid, String subMchid, Optional<String> subAppid) implements Account {
        @Override
        public String appid() {
            return spAppid;
        }

        @Override
        public String asker() {
            return spMchid;
        }

        @Override
        public String orders() {
            return "/v3/pay/partner/transactions/";
        }

        @Override
        public String query() {
            return "?sp_mchid=" + spMchid + "&sub_mchid=" + subMchid;
        }
    }
}

package slipstream.cloudlink.service.web.console;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import slipstream.cloudlink.service.account.SignIn;
import slipstream.cloudlink.service.account.SignIn.Outcome;
import slipstream.cloudlink.service.account.User;
import slipstream.cloudlink.service.web.http.Guesses;
import slipstream.cloudlink.service.web.http.Reply;
import slipstream.cloudlink.service.web.page.Symbols;

/// Signing in, getting ready, signing out.
///
/// @param guesses how often an address may fail: names are slowed down each by itself, whoever tries them
record DoorRoutes(Door door, SignIn signIn, Guesses guesses, ConsolePages pages) {
    private static final String START = "/console/overview";

    Reply askIn(Visit visit) {
        return visit.user().isPresent() ? redirect(START) : signInPage(visit, 200, "");
    }

    private Reply signInPage(Visit visit, int status, String problem) {
        var known = door.withSecret(visit);
        var title = visit.words().get("signIn");
        var values =
                Map.of("problem", problem, "wide", false, "name", visit.form().raw("name"));
        return door.keeping(pages.page(known, status, "", title, "signin", values), known.secret());
    }

    Reply signIn(Visit visit) {
        var sent = visit.form();
        var request = visit.ctx().request();
        if (guesses.exhausted(request)) {
            return signInPage(signedOut(visit), 429, visit.words().get("locked"));
        }
        var outcome = signIn.signIn(sent.raw("name"), sent.raw("password"), sent.raw("code"));
        if (!(outcome instanceof Outcome.In)) {
            guesses.wrong(request);
        }
        return switch (outcome) {
            case Outcome.In in -> door.signedIn(redirect(in.user().ready() ? START : "/console/setup"), in.user());
            case Outcome.Refused refused ->
                signInPage(signedOut(visit), 401, visit.words().get("refused"));
            case Outcome.Locked locked ->
                signInPage(signedOut(visit), 429, visit.words().get("locked"));
        };
    }

    private static Visit signedOut(Visit visit) {
        return new Visit(visit.ctx(), visit.words(), visit.secret(), Optional.empty());
    }

    Reply askReady(Visit visit) {
        return visit.signedIn().ready() ? redirect(START) : readyPage(visit, 200, "");
    }

    private Reply readyPage(Visit visit, int status, String problem) {
        var words = visit.words();
        var factor = signIn.begin(visit.signedIn());
        var values = new HashMap<String, Object>();
        values.put("problem", problem);
        values.put("symbol", Symbols.qr(factor.uri(), words.get("factorQr")));
        values.put("secret", factor.secret().replaceAll("(.{4})(?=.)", "$1 "));
        values.put("wide", false);
        return pages.page(visit, status, "", words.get("setup"), "setup", values);
    }

    Reply ready(Visit visit) {
        var sent = visit.form();
        var user = visit.signedIn();
        var words = visit.words();
        if (user.ready()) {
            return redirect(START);
        }
        if (!sent.raw("password").equals(sent.raw("again"))) {
            return readyPage(visit, 400, words.get("passwordsDiffer"));
        }
        List<String> codes;
        try {
            codes = signIn.complete(user, sent.raw("password"), sent.raw("code"));
        } catch (SignIn.NotReady e) {
            return readyPage(visit, 400, words.get("not" + e.why()));
        }
        var now = new User(user.name(), user.role(), user.circle(), user.merchantId(), true, user.addedAt());
        var title = words.get("codes");
        var known = new Visit(visit.ctx(), words, visit.secret(), Optional.empty());
        var page = pages.page(known, 200, "", title, "codes", Map.of("codes", codes, "wide", false));
        return door.signedIn(page, now);
    }

    Reply signOut(Visit visit) {
        return door.signedOut(redirect("/console/sign-in"), visit);
    }

    static Reply redirect(String to) {
        return Reply.empty(303).with("Location", to);
    }
}

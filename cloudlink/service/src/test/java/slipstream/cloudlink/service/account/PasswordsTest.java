package slipstream.cloudlink.service.account;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {
    /// From the reference implementation's own tests (phc-winner-argon2, src/test.c, "Argon2id").
    @ParameterizedTest
    @ValueSource(
            strings = {
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
            })
    void theReferenceHashesMatch(String hash) {
        assertTrue(Passwords.matches("password", hash));
        assertFalse(Passwords.matches("Password", hash));
    }

    @Test
    void aPasswordMatchesItsOwnHashOnlyAndIsSaltedAnew() {
        var hash = Passwords.hash("correct horse");
        assertTrue(hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
        assertTrue(Passwords.matches("correct horse", hash));
        assertFalse(Passwords.matches("correct  horse", hash));
        assertNotEquals(hash, Passwords.hash("correct horse"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "password",
                "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$"
            })
    void whatIsNoHashMatchesNothing(String hash) {
        assertFalse(Passwords.matches("password", hash));
        assertFalse(Passwords.matches("", hash));
    }

    @Test
    void nobodysHashHasNoPassword() {
        assertFalse(Passwords.matches("password", Passwords.NOBODY));
        assertFalse(Passwords.fits(""));
    }

    @Test
    void lengthsAreCountedInCharactersNotInBytes() {
        assertTrue(Passwords.fits("密码密码密码密码密码"));
        assertFalse(Passwords.fits("密码密码密码密码密"));
        assertFalse(Passwords.fits("x".repeat(201)));
    }
}

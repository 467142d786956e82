package io.rapport.frame.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

    @ParameterizedTest(name = "{1} in {0}: {2}")
    @CsvSource({
        "192.0.2.7,         192.0.2.7,   true",
        "192.0.2.7,         192.0.2.8,   false",
        "192.0.2.0/24,      192.0.2.255, true",
        "192.0.2.0/24,      192.0.3.0,   false",
        "10.128.0.0/9,      10.255.1.1,  true",
        "10.128.0.0/9,      10.127.1.1,  false",
        "192.0.2.128/25,    192.0.2.200, true",
        "192.0.2.128/25,    192.0.2.1,   false",
        "0.0.0.0/0,         8.8.8.8,     true",
        "0.0.0.0/0,         2001:db8::1, false",
        "2001:db8::/32,     2001:db8::1, true",
        "2001:db8::/32,     2001:db9::1, false",
        "192.0.2.0/24,      ::ffff:192.0.2.9, true"
    })
    void holdsAddressesThatBeginAlike(String network, String address, boolean inside) {
        assertThat(Network.parse(network)
                        .orElseThrow()
                        .contains(Network.address(address).orElseThrow()))
                .isEqualTo(inside);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "crumb.example",
                "192.0.2",
                "192.0.2.0/33",
                "2001:db8::/129",
                "1.2.3.4/",
                "999.1.1.1",
                ":::1",
                "abcd"
            })
    void whatIsNoNetworkIsNone(String text) {
        assertThat(Network.parse(text)).isEmpty();
    }
}

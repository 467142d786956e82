package io.rapport.sentiment.corenlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our own tagger, parser and network say what those of the library say, to the last phrase. */
class StockPipelineTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lovely bread, but the queue was endless.",
                "The staff were rude. I won't be back! Would you believe they charged me $4.50 for tap water?",
                "This is not a bad place at all; in fact it's one of the best bakeries in Dublin.",
                "ok",
                "?",
                "...",
                "Why?! Because",
                "Mr. O'Brien said \"the scones are to die for\" (and he was right). 10/10 would recommend...",
                "Opened at 9 a.m. on Dec. 19.\n\nClosed on Mondays\nParking at the back",
                "omg 😍😍 the croissants 🥐 are sooo good!!!!! #bakery @crumb http://crumb.example/menu",
                "😀",
                "😀😀😀 🥐 👍🏽 👩‍👩‍👧 ❤️",
                "<b>Great</b> value &amp; friendly service :-) … would’ve stayed longer — café was “full” though",
                "\u200bZero\u200bwidth\u200b spaces, a lone \uD83D surrogate and a \u0000 are only characters.",
                "it came late and it was cold and nobody said sorry and then they wanted a tip and I said no and they"
                        + " laughed and my son cried and the other guests looked away and we left and never came back",
                "WORST SERVICE EVER. DO NOT GO. I WANT MY MONEY BACK!!!",
                "Crumb & Co. Ltd., Smith Corp. and the Baker's Association Inc. sold 1,234.5 kg at €3.99/kg (-5%) in 2023-24.",
                "xqzzt flurbled the glorpy snarf; vrmpf!",
                "Snarf flurbled Glorp McZorp-Blarg, who iPhoned B2B-X9 at 10:30pm, re-baked co-op's 3-day-old buns.",
                "Their colour and flavour, the programme's theatre, an aluminium grey moustache: honourable labour.",
                "a, b; c: d - e -- f, g; h: i",
                "One，two；three：four。 Is that so？ Yes！",
                "(a (b (c (d) e) f) g) [h] {i} <j>",
                "- fresh\n- cheap\n- friendly\n\n* slow\n1. loud 2) far",
                "I can't, won't, don't, didn't, shouldn't've; gonna, wanna, gimme, lemme, 'tis, y'all'd.",
                "Never ever not nowhere no how, said nobody.",
                "Bread bread bread bread bread bread bread bread.",
                "and or but if that which who whom whose",
                "Das Brot war sehr gut, aber der Kaffee war kalt.",
                "好的 面包 很 好吃 。",
                "\u202Eabc def\u202C שלום",
                "To be, or not to be: that is the question: whether 'tis nobler in the mind to suffer the slings and arrows",
                "Yes. No. Maybe. I don't know. Can you repeat the question?"
            })
    void ordinaryAndOddTexts(String text) {
        assertThat(StockPipeline.assertSame(text)).isPositive();
    }

    static Stream<String> repeated() {
        return HostileTextTest.parts()
                .filter(part -> !part.equals("\n"))
                .flatMap(part -> Stream.of(
                        part.repeat(7),
                        part.repeat(part.length() > 3 ? 12 : 50),
                        "Nice bread " + part.repeat(20) + " and tea."));
    }

    @ParameterizedTest
    @MethodSource("repeated")
    void textsThatMakeNoSense(String text) {
        StockPipeline.assertSame(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "amazon_polarity/reviews.tsv",
                "tweets_3class/twitter-2016train-A.tsv",
                "sst/stsa.fine.dev",
                "goemotions/dev.tsv"
            })
    void wholeDataSets(String file) throws IOException {
        List<String> rows = Files.readAllLines(TestData.path(file));
        int sentences = 0;
        for (int i = 0; sentences < 550; i++) {
            String text = TestData.text(rows.get(i));
            // Longer ones are read in parts.
            if (text.length() <= TextWindow.LONGEST) {
                sentences += StockPipeline.assertSame(text);
            }
        }
    }

    @Test
    void aSentenceAsLongAsIsReadWhole() {
        StockPipeline.assertSame(
                "the very good bread and ".repeat(Pieces.LONGEST_SENTENCE / 5).strip());
    }
}

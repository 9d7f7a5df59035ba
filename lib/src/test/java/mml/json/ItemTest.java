package mml.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import mml.math.Check;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ItemTest {
    private static final String TEXT = """
            {
              "name": "a",
              "papers": [
                {"year": 2018},
                {
                  "title": "b",
                  "year": "2018"
                }
              ],
              "odd \\"name\\"\\u202e": 1
            }
            """;

    private final Item all = Item.of(TEXT);

    @Test
    void valuesAreReadWithTheirTypes() {
        assertEquals("a", all.field("name").text());
        assertEquals(2018, all.field("papers").items().get(0).field("year").whole());
        assertEquals(List.of(2, 3), Item.of("[2, 3]").items(Item::whole));
        assertEquals(LocalDate.of(2023, 11, 6), Item.of("\"2023-11-06\"").text(LocalDate::parse, "a day"));
        assertEquals("none", all.field("missing", Item::text, "none"));
    }

    @Test
    void aWrongTypeIsRefusedWithPathAndLine() {
        Item year = all.field("papers").items().get(1).field("year");
        refused("line 7: papers[1].year must be a whole number, was \"2018\"", year::whole);
        refused("line 3: papers must be a text, in quotation marks, was a list", all.field("papers")::text);
        refused("line 2: name must be a list, in [ ], was \"a\"", all.field("name")::items);
        refused("line 2: name must be an object, in { }, was \"a\"", all.field("name")::fields);
        refused("line 1: the file must be a whole number, was 1.5", Item.of("1.5")::whole);
        refused("line 1: the file must be a whole number, was 3000000000", Item.of("3000000000")::whole);
        refused(
                "line 1: the file must be a day, was \"x\"",
                () -> Item.of("\"x\"").text(LocalDate::parse, "a day"));
    }

    @Test
    void anUnknownFieldIsRefusedAndCannotHideItself() {
        refused(
                "line 10: \"odd \\\"name\\\"\\u202E\" must be one of the fields [name, papers]: there is no such field",
                () -> all.only("name", "papers"));
    }

    @Test
    void aMissingFieldIsRefused() {
        Item first = all.field("papers").items().get(0);
        refused("line 4: papers[0] must have the field title", () -> first.field("title"));
    }

    @Test
    void whatIsNoJsonIsRefused() {
        refused("line 3: a must be JSON: Duplicate field 'a'", () -> Item.of("{\n\"a\": 1,\n\"a\": 2}"));
        assertEquals(
                2, assertThrows(Refused.class, () -> Item.of("{\n\"a\": }")).line());
        String deep =
                assertThrows(Refused.class, () -> Item.of("[".repeat(2000))).getMessage();
        assertTrue(deep.length() < 500, deep);
        assertEquals(2, assertThrows(Refused.class, () -> Item.of("{}\n{}")).line());
        refused(
                "line 2: the file must be JSON: Trailing token (of type START_OBJECT) found after value",
                () -> Item.of("{}\n{}"));
        refused(
                "line 1: a must be JSON: Unexpected end-of-input: expected close marker for Object",
                () -> Item.of("{\"a\":1"));
        refused("line 1: a must be JSON: Non-standard token 'NaN'", () -> Item.of("{\"a\": NaN}"));
        assertThrows(Refused.class, () -> Item.of("{\"a\": [1, 2"));
        assertThrows(IllegalArgumentException.class, () -> Item.of(""));
    }

    @Test
    void whatIsMadeOfItIsRefusedWithTheLineOfThePartThatIsNamed() {
        Item second = all.field("papers").items().get(1);
        refused("line 6: papers[1].title must be c", () -> second.make(() -> must("title must be c")));
        refused("line 5: papers[1]: venue must be there", () -> second.make(() -> must("venue must be there")));
        refused("line 7: papers[1].year must be low", () -> all.make(() -> must("papers[1].year must be low")));
    }

    @Test
    void aFileCanBeNamed() {
        Refused e = assertThrows(Refused.class, all.field("name")::whole);
        assertEquals(
                "x.json, line 2: name must be a whole number, was \"a\"",
                e.in("x.json").getMessage());
    }

    private static Object must(String sentence) {
        Check.that(false, sentence);
        return sentence;
    }

    private static void refused(String message, Executable reading) {
        assertEquals(message, assertThrows(Refused.class, reading).getMessage());
    }
}

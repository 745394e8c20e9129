using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;

namespace MicroCred.Approval.Tests;

public sealed class CanonicalJsonTests
{
    /// <summary>RFC 8785, appendix B.</summary>
    [Theory]
    [InlineData("0000000000000000", "0")]
    [InlineData("8000000000000000", "0")]
    [InlineData("0000000000000001", "5e-324")]
    [InlineData("8000000000000001", "-5e-324")]
    [InlineData("7fefffffffffffff", "1.7976931348623157e+308")]
    [InlineData("ffefffffffffffff", "-1.7976931348623157e+308")]
    [InlineData("4340000000000000", "9007199254740992")]
    [InlineData("c340000000000000", "-9007199254740992")]
    [InlineData("4430000000000000", "295147905179352830000")]
    [InlineData("44b52d02c7e14af5", "9.999999999999997e+22")]
    [InlineData("44b52d02c7e14af6", "1e+23")]
    [InlineData("44b52d02c7e14af7", "1.0000000000000001e+23")]
    [InlineData("444b1ae4d6e2ef4e", "999999999999999700000")]
    [InlineData("444b1ae4d6e2ef4f", "999999999999999900000")]
    [InlineData("444b1ae4d6e2ef50", "1e+21")]
    [InlineData("3eb0c6f7a0b5ed8c", "9.999999999999997e-7")]
    [InlineData("3eb0c6f7a0b5ed8d", "0.000001")]
    [InlineData("41b3de4355555553", "333333333.3333332")]
    [InlineData("41b3de4355555554", "333333333.33333325")]
    [InlineData("41b3de4355555555", "333333333.3333333")]
    [InlineData("41b3de4355555556", "333333333.3333334")]
    [InlineData("41b3de4355555557", "333333333.33333343")]
    [InlineData("becbf647612f3696", "-0.0000033333333333333333")]
    [InlineData("43143ff3c1cb0959", "1424953923781206.2")]
    public void A_number_is_written_as_in_the_RFCs_appendix(string bits, string written)
    {
        var number = BitConverter.UInt64BitsToDouble(ulong.Parse(bits, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
        Assert.Equal(written, Of(number.ToString("G17", CultureInfo.InvariantCulture)));
    }

    /// <summary>RFC 8785, sections 3.2.2 and 3.2.4.</summary>
    [Fact]
    public void Numbers_texts_and_literals_are_written_as_in_the_RFCs_sample() =>
        Assert.Equal(
            """{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}""",
            Of(
                """
                {
                  "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                  "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
                  "literals": [null, true, false]
                }
                """
            )
        );

    /// <summary>RFC 8785, section 3.2.3: by UTF-16 units, so that an emoji comes before U+FB33.</summary>
    [Fact]
    public void Members_are_sorted_as_in_the_RFCs_sample()
    {
        var sorted = Of(
            """
            {
              "\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One",
              "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control", "\u00f6": "Latin Small Letter O With Diaeresis"
            }
            """
        );
        Assert.Equal(["\r", "1", "\u0080", "ö", "€", "😀", "\ufb33"], JsonNode.Parse(sorted)!.AsObject().Select(member => member.Key));
    }

    [Theory]
    [InlineData("{\"a\":1,\"a\":1}")]
    [InlineData("{\"a\":{\"b\":1,\"\\u0062\":1}}")]
    [InlineData("[1e400]")]
    [InlineData("[-1e400]")]
    [InlineData("[\"\\ud800\"]")]
    [InlineData("{\"\\udc00\":1}")]
    [InlineData("[1,]")]
    [InlineData("")]
    public void What_has_no_canonical_form_is_refused(string json) => Assert.ThrowsAny<JsonException>(() => Of(json));

    [Fact]
    public void Members_of_the_outermost_object_alone_are_left_out() =>
        Assert.Equal(
            """{"kept":{"proof":1},"list":[{"proof":2}]}""",
            CanonicalJson.Of("""{"proof":0,"kept":{"proof":1},"list":[{"proof":2}],"linkedFrom":[]}"""u8.ToArray(), "proof", "linkedFrom")
        );

    [Fact]
    public void The_canonical_form_of_a_canonical_form_is_itself_and_says_the_same() =>
        SomeJson.Sample(json =>
        {
            var canonical = Of(json.ToJsonString());
            Assert.Equal(canonical, Of(canonical));
            Assert.True(JsonNode.DeepEquals(json, JsonNode.Parse(canonical)), canonical);
        });

    [Fact]
    public void Numbers_keep_their_value_and_are_as_short_as_they_can_be() =>
        Gen
            .Double.Where(double.IsFinite)
            .Sample(number =>
            {
                var written = Of(number.ToString("G17", CultureInfo.InvariantCulture));
                Assert.Equal(number, double.Parse(written, CultureInfo.InvariantCulture));
                Assert.True(DigitsIn(written) <= DigitsIn(number.ToString("R", CultureInfo.InvariantCulture)), written);
            });

    private static readonly Gen<JsonNode> SomeJson = Gen.Recursive<JsonNode>(
        (depth, deeper) =>
            depth >= 4
                ? Leaf
                : Gen.OneOf(
                    Leaf,
                    deeper.Array[0, 4].Select(items => (JsonNode)new JsonArray([.. items.Select(item => item.DeepClone())])),
                    Gen.Dictionary(SomeText, deeper)[0, 4]
                        .Select(members =>
                            (JsonNode)
                                new JsonObject(
                                    members.Select(member => KeyValuePair.Create(member.Key, (JsonNode?)member.Value.DeepClone()))
                                )
                        )
                )
    );

    private static Gen<string> SomeText =>
        Gen.OneOf("a", "b", "A", "ā", "é", "😀", "\ufb33", "\n", "\"", "\\", "\u0001", "\u007f", "1", "10", "2")
            .Array[0, 4]
            .Select(string.Concat);

    private static Gen<JsonNode> Leaf =>
        Gen.OneOf(
            SomeText.Select(text => (JsonNode)JsonValue.Create(text)),
            Gen.Int.Select(number => (JsonNode)JsonValue.Create(number)),
            Gen.Double[-1e9, 1e9].Select(number => (JsonNode)JsonValue.Create(number)),
            Gen.Bool.Select(flag => (JsonNode)JsonValue.Create(flag))
        );

    private static int DigitsIn(string number) =>
        number.Split('E', 'e')[0].Replace(".", "", StringComparison.Ordinal).Trim('-', '0').Length;

    private static string Of(string json) => CanonicalJson.Of(Encoding.UTF8.GetBytes(json));
}

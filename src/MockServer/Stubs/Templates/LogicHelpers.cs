using SocialContract.MockServer.Stubs.RegularExpressions;

namespace SocialContract.MockServer.Stubs.Templates;

/// <summary>Helpers that compare values.</summary>
internal static class LogicHelpers
{
    public static IReadOnlyList<TemplateHelper> All { get; } =
    [
        new("eq", call => call.Condition(TemplateValues.AreEqual(call.Argument(0), call.Argument(1)))),
        new("neq", call => call.Condition(!TemplateValues.AreEqual(call.Argument(0), call.Argument(1)))),
        new("gt", call => call.Condition(Compare(call) > 0)),
        new("gte", call => call.Condition(Compare(call) >= 0)),
        new("lt", call => call.Condition(Compare(call) < 0)),
        new("lte", call => call.Condition(Compare(call) <= 0)),
        new("and", call => call.Condition(call.Arguments.All(TemplateValues.IsTrue))),
        new("or", call => call.Condition(call.Arguments.Any(TemplateValues.IsTrue))),
        new("not", call => call.Condition(!TemplateValues.IsTrue(call.Argument(0)))),
        new("contains", call => BodyIf(call, Contains(call.Argument(0), call.Argument(1)))),
        new("matches", call => BodyIf(call, call.Compiled<StubRegex>().IsMatch(call.Text(0), new PatternTimeouts())))
        {
            Compiles = new(1, Expression),
        },
    ];

    /// <exception cref="HelperException">The text is not a regular expression.</exception>
    private static StubRegex Expression(string text) => StubRegex.Create(text, out var fault) ?? throw new HelperException(fault);

    /// <summary>As a block, these two have no <c>else</c> in Java WireMock.</summary>
    private static object? BodyIf(HelperCall call, bool truth) => !call.IsBlock ? truth : truth ? call.Body() : null;

    private static bool Contains(object? value, object? part) => value switch
    {
        null => false,
        TemplateList list => list.Items.Any(item => TemplateValues.AreEqual(item, part)),
        _ => TemplateValues.TextOf(value).Contains(TemplateValues.TextOf(part), StringComparison.Ordinal),
    };

    private static int Compare(HelperCall call)
    {
        var (left, right) = (call.Argument(0), call.Argument(1));
        return TemplateValues.TryNumber(left, out var one) && TemplateValues.TryNumber(right, out var other)
            ? one.CompareTo(other)
            : string.CompareOrdinal(TemplateValues.TextOf(left), TemplateValues.TextOf(right));
    }
}

namespace SocialContract.MockServer.Stubs.Templates;

/// <summary>Helpers that calculate.</summary>
internal static class NumberHelpers
{
    public static IReadOnlyList<TemplateHelper> All { get; } =
    [
        new("math", call => Calculate(call.Number(0), call.Text(1), call.Number(2))),
        new("isOdd", call => call.Number(0) % 2 != 0 ? "odd" : ""),
        new("isEven", call => call.Number(0) % 2 == 0 ? "even" : ""),
    ];

    /// <summary>Decimals, as Java's BigDecimal has them; a quotient has the decimals of what is divided.</summary>
    private static object Calculate(decimal left, string operation, decimal right)
    {
        try
        {
            return operation switch
            {
                "+" => left + right,
                "-" => left - right,
                "*" => left * right,
                "/" => Math.Round(left / right, left.Scale, MidpointRounding.AwayFromZero),
                "%" => left % right,
                _ => throw new HelperException($"{operation} is not a valid mathematical operator"),
            };
        }
        catch (ArithmeticException fault)
        {
            throw new HelperException(fault.Message);
        }
    }
}

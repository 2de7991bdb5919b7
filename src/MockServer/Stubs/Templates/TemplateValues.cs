using System.Globalization;

namespace SocialContract.MockServer.Stubs.Templates;

/// <summary>
/// The values of templates: null, string, bool, decimal, double, <see cref="TemplateList"/>, <see cref="TemplateObject"/>,
/// <see cref="TemplateDate"/> and <see cref="TemplateWord"/>.
/// </summary>
internal static class TemplateValues
{
    /// <summary>As Java writes the value.</summary>
    public static string TextOf(object? value) => value switch
    {
        null => "",
        string text => text,
        bool truth => truth ? "true" : "false",
        double number => JavaDouble(number),
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    /// <summary>Whether <c>if</c> takes the value for true: not null, false, 0, and no text or list that is empty.</summary>
    public static bool IsTrue(object? value) => value switch
    {
        null => false,
        bool truth => truth,
        string text => text.Length > 0,
        decimal number => number != 0,
        double number => number != 0,
        TemplateList list => list.Items.Count > 0,
        _ => true,
    };

    /// <summary>Numbers are equal by value; a list is only equal to itself.</summary>
    public static bool AreEqual(object? left, object? right) =>
        IsNumber(left) && IsNumber(right)
            ? TryNumber(left, out var one) && TryNumber(right, out var other) && one == other
            : Equals(left, right);

    public static bool IsNumber(object? value) => value is decimal or double;

    public static bool TryNumber(object? value, out decimal number) => decimal.TryParse(
        TextOf(value).Trim(),
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
        CultureInfo.InvariantCulture,
        out number);

    /// <summary>The member of a value; null if it has none of that name.</summary>
    public static object? Member(object? value, string name) => value switch
    {
        TemplateObject members => members.Find(name),
        TemplateList list => list.Find(name),
        _ => null,
    };

    /// <summary>Whether the value has a member of that name, which may be null.</summary>
    public static bool TryMember(object? value, string name, out object? member)
    {
        member = Member(value, name);
        return member is not null || (value is TemplateObject members && members.Contains(name));
    }

    private static string JavaDouble(double number)
    {
        var size = Math.Abs(number);
        if (size != 0 && (size < 1e-3 || size >= 1e7) && double.IsFinite(number))
        {
            var parts = number.ToString("E16", CultureInfo.InvariantCulture).Split('E');
            var digits = number.ToString("R", CultureInfo.InvariantCulture);
            var mantissa = digits.Contains('E', StringComparison.Ordinal) ? digits.Split('E')[0] : Mantissa(digits);
            mantissa = mantissa.Contains('.', StringComparison.Ordinal) ? mantissa : $"{mantissa}.0";
            return $"{mantissa}E{int.Parse(parts[1], CultureInfo.InvariantCulture)}";
        }

        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().ContainsAny(".EN") || !double.IsFinite(number) ? text : $"{text}.0";
    }

    /// <summary>The digits of a number that is written without an exponent, with one before the point.</summary>
    private static string Mantissa(string digits)
    {
        var sign = digits.StartsWith('-') ? "-" : "";
        var significant = digits.Replace("-", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal).Trim('0');
        return $"{sign}{significant[0]}.{(significant.Length > 1 ? significant[1..] : "0")}";
    }
}

/// <summary>A word that is not equal to a text, such as the method: WireMock's is not a String.</summary>
internal sealed class TemplateWord(string text)
{
    public override string ToString() => text;
}

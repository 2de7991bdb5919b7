using System.Collections;
using SocialContract.Contract.Http;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Secrets;
using SocialContract.Verification.Settings;

namespace SocialContract.Cli.Secrets;

/// <summary>The secrets that a command line and its environment hold, before anything of them is understood.</summary>
internal static class ArgumentSecrets
{
    /// <summary>Words in the names of options that take secrets, options of later versions and misspelt ones included.</summary>
    private static readonly string[] Words = ["token", "header", "basic", "key", "password", "secret", "credential"];

    /// <summary>Removes them from all that the process prints.</summary>
    public static Redactor Redactor(IReadOnlyList<string> arguments, IDictionary environment) =>
        Contract.Secrets.Redactor.Of(InArguments(arguments).Concat(InEnvironment(environment)));

    private static IEnumerable<string> InArguments(IReadOnlyList<string> arguments)
    {
        var (option, lacksValue, isForgotten) = ("", false, false);
        foreach (var argument in arguments)
        {
            var value = argument;
            var isOption = argument.StartsWith('-') || Words.Contains(argument, StringComparer.OrdinalIgnoreCase);
            if (isOption)
            {
                isForgotten |= lacksValue;
                var equals = argument.IndexOf('=', StringComparison.Ordinal);
                option = equals < 0 ? argument : argument[..equals];
                value = equals < 0 ? "" : argument[(equals + 1)..];
            }

            // The secret may stand after the next option: --token --url SECRET.
            var isSecret = IsOfSecret(option) || (isForgotten && value.Length > 0);
            lacksValue = isOption && value.Length == 0 && isSecret;
            isForgotten &= value.Length == 0;
            foreach (var secret in (isSecret ? InValue(option, value) : []).Concat(InUrl(value)))
            {
                yield return secret;
            }
        }
    }

    private static bool IsOfSecret(string option) =>
        Array.Exists(Words, word => option.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> InEnvironment(IDictionary environment) => environment.Cast<DictionaryEntry>()
        .Where(entry => entry.Key is string name && name.StartsWith("CONTRACT_", StringComparison.Ordinal))
        .SelectMany(entry => ((string)entry.Key).StartsWith("CONTRACT_TOKEN", StringComparison.Ordinal)
            || (string)entry.Key == "CONTRACT_ADMIN_TOKEN"
            ? [(string?)entry.Value ?? ""]
            : InUrl((string?)entry.Value ?? ""));

    /// <summary>What stands after the name of a role, header or user; all of it where there is none.</summary>
    private static IEnumerable<string> InValue(string option, string value)
    {
        if (option.Contains("header", StringComparison.OrdinalIgnoreCase))
        {
            return value.Split(':', 2) is [var name, var text]
                ? HeaderSecrets.In(new(name.Trim(), text.Trim())).Concat(InHeaderName(name))
                : [value];
        }

        return value.Split(['=', ':'], 2) switch
        {
            [_, ""] => [],
            [_, var secret] => [value, secret],
            _ => [value],
        };
    }

    /// <summary><c>--header 'Bearer abc:def'</c>: the name was forgotten.</summary>
    private static IEnumerable<string> InHeaderName(string name)
    {
        var value = AuthorizationValue.Read(name);
        return SecretDocument.Empty.SchemeWords.Contains(value.Scheme.ToString()) ? [value.Credentials.ToString()] : [];
    }

    private static IEnumerable<string> InUrl(string value) => InUserInfo(value).Concat(InQuery(value));

    /// <summary>A file's name may have an @, but no colon before it.</summary>
    private static IEnumerable<string> InUserInfo(string value) =>
        UrlText.UserInfo(value) is { Length: > 0 } user && (user.Contains(':') || value.Contains("//", StringComparison.Ordinal))
            ? [user, Uri.UnescapeDataString(user), .. Password(user)]
            : [];

    private static IEnumerable<string> Password(string user) =>
        user.Split(':', 2) is [_, var password] ? [password, Uri.UnescapeDataString(password)] : [];

    /// <summary>The values of pairs whose names are always secret: <c>https://host/api.yaml?token=SECRET</c>.</summary>
    private static IEnumerable<string> InQuery(string value)
    {
        var parts = TargetParts.OfReference(value);
        var pairs = $"{parts.Query}&{parts.Fragment}";
        for (var start = 0; start < pairs.Length;)
        {
            var pair = NameValuePair.At<char>(pairs, start, "&;");
            var target = $"/?{pairs[start..pair.End]}";
            start = pair.End + 1;
            if (Contract.Secrets.Redactor.WellKnown.Target(target) != target)
            {
                yield return pair.Value<char>(pairs).ToString();
                yield return Uri.UnescapeDataString(pair.Value<char>(pairs));
                yield return NameValuePair.Decoded(pair.Value<char>(pairs));
            }
        }
    }
}

using SocialContract.Contract.Rules;

namespace SocialContract.Verification.Messages;

/// <summary>What is refused at a stage of validation, in words.</summary>
internal static class RefusalWords
{
    private static readonly (string Single, string Several) Security =
        ("a caller who does not authenticate", "callers who do not authenticate");

    private static readonly (string Single, string Several) ContentType =
        ("a body of another content type", "bodies of another content type");

    private static readonly (string Single, string Several) Syntax = ("a body that cannot be read", "bodies that cannot be read");

    private static readonly (string Single, string Several) Content =
        ("a request that breaks a rule of its parameters", "requests that break a rule of their parameters");

    public static string Single(ViolationKind stage) => Of(stage).Single;

    public static string Several(ViolationKind stage) => Of(stage).Several;

    private static (string Single, string Several) Of(ViolationKind stage) => stage switch
    {
        ViolationKind.Security => Security,
        ViolationKind.ContentType => ContentType,
        ViolationKind.Syntax => Syntax,
        _ => Content,
    };
}

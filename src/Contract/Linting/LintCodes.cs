namespace SocialContract.Contract.Linting;

/// <summary>The codes of findings; never reused. A report also has the codes of <see cref="Diagnostics.DiagnosticCodes"/>.</summary>
public static class LintCodes
{
    public const string SecretInResponse = "lint.secret-in-response";
    public const string ExampleInvalid = "lint.example-invalid";
    public const string DefaultInvalid = "lint.default-invalid";
    public const string EnumContradiction = "lint.enum-contradiction";
    public const string RequiredForbidden = "lint.required-forbidden";
    public const string RequiredUndescribed = "lint.required-undescribed";
    public const string AllOfContradiction = "lint.all-of-contradiction";
    public const string OverlappingAlternatives = "lint.overlapping-alternatives";
    public const string ReadOnlyRequired = "lint.read-only-required";
    public const string NoSuccess = "lint.no-success";
    public const string NoRefusal = "lint.no-refusal";
    public const string UnusedComponent = "lint.unused-component";
    public const string AssumedWithoutNote = "lint.assumed-without-note";
    public const string GapTwice = "lint.gap-twice";
    public const string GapMissing = "lint.gap-missing";
    public const string IgnoredKeyword = "lint.ignored-keyword";
    public const string SlowPattern = "lint.slow-pattern";
    public const string UnknownState = "lint.unknown-state";
    public const string UnknownRole = "lint.unknown-role";
    public const string OwnerRole = "lint.owner-role";
    public const string EchoTarget = "lint.echo-target";
    public const string AdminPath = "lint.admin-path";
}

using SocialContract.JsonSchema.Instances;

namespace SocialContract.Contract.Validation.Parameters;

/// <summary>Bounds on the values of parameters. Of a name given twice the last one counts, as in bodies.</summary>
internal static class ParameterLimits
{
    public static JsonLimits Json { get; } = new(AllowDuplicateNames: true);
}

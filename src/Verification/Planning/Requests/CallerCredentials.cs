using SocialContract.Contract.Generation.Requests;
using SocialContract.Contract.Model;
using SocialContract.Verification.Cases;

namespace SocialContract.Verification.Planning.Requests;

/// <summary>How the caller of an operation authenticates: the alternative that fits what was given for the run.</summary>
internal static class CallerCredentials
{
    /// <summary>
    /// The schemes that requests present. First the alternative for whose schemes credentials of their own were given, then one that the
    /// token fits, then the first one that can be presented at all.
    /// </summary>
    public static IReadOnlyList<SecurityScheme> SchemesOf(Operation operation, GivenCredentials given) =>
        operation.Security
            .Where(requirement => requirement.Schemes.Count > 0 && RequestComposer.IsSatisfiable(requirement))
            .Select(requirement => (Requirement: requirement, Fit: requirement.Schemes.Min(given.Fit)))
            .Where(choice => choice.Fit > 0)
            .OrderByDescending(choice => choice.Fit)
            .Select(choice => RequestComposer.SchemesOf(choice.Requirement))
            .FirstOrDefault()
        ?? RequestComposer.SchemesOf(operation);

    /// <summary>Whether a scheme of any alternative has its credential where the document also describes this parameter.</summary>
    public static bool Include(Operation operation, Parameter parameter) =>
        operation.Security.Any(requirement => requirement.Schemes.Any(scheme => IsAt(scheme, parameter.In, parameter.Name)));

    /// <inheritdoc cref="Include(Operation, Parameter)"/>
    /// <param name="place">The place of the parameter in a message.</param>
    public static bool Include(Operation operation, string place) =>
        operation.Security.Count > 0
        && operation.Parameters.Any(parameter => IsWithin(place, MessageSites.PlaceOf(parameter)) && Include(operation, parameter));

    /// <summary>Whether an alternative has a credential in that header.</summary>
    public static bool IncludeHeader(Operation operation, string name) => operation.Security.Any(
        requirement => requirement.Schemes.Any(scheme => IsAt(scheme, ParameterLocation.Header, name)));

    private static bool IsWithin(string place, string parameter) =>
        place.StartsWith(parameter, StringComparison.Ordinal) && (place.Length == parameter.Length || place[parameter.Length] == '/');

    private static bool IsAt(SecurityScheme scheme, ParameterLocation location, string name) =>
        scheme.Kind != SecuritySchemeKind.MutualTls
        && scheme.In == location
        && scheme.ParameterName.Equals(
            name, location == ParameterLocation.Header ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
}

using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Linting;

/// <summary>Reports secrets in responses.</summary>
internal static class SecretLint
{
    public static void Run(LintContext context)
    {
        foreach (var place in context.Schemas.All.Where(place => place.InResponses && place.Node.IsSecret()))
        {
            var name = place.Node.Place.Name;
            context.Warn(LintCodes.SecretInResponse, place.Node, $"{name} is a secret, and a response contains it");
        }
    }
}

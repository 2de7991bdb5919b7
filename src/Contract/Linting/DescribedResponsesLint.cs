using SocialContract.Contract.Model;

namespace SocialContract.Contract.Linting;

/// <summary>Reports operations without a response for success, or without one for refusal.</summary>
internal static class DescribedResponsesLint
{
    public static void Run(LintContext context)
    {
        foreach (var operation in context.Api.Operations)
        {
            if (!Has(operation, 2) && !Has(operation, 3) && !Has(operation, 1))
            {
                context.Warn(
                    LintCodes.NoSuccess,
                    operation.Node,
                    $"{operation.Method} {operation.Path} describes no success: it has no 2xx response");
            }

            if (!Has(operation, 4))
            {
                context.Inform(
                    LintCodes.NoRefusal,
                    operation.Node,
                    $"{operation.Method} {operation.Path} describes no refusal: it has no 4xx response, "
                        + "so a client cannot know what an error looks like");
            }
        }
    }

    /// <summary>Whether the document describes statuses of that class, if only by the default.</summary>
    private static bool Has(Operation operation, int statusClass) =>
        operation.Responses.Any(response => response.Key.IsDefault || response.Key.Class == statusClass);
}

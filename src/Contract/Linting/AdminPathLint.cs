using SocialContract.Contract.Routing;

namespace SocialContract.Contract.Linting;

/// <summary>Reports operations whose paths the mock server keeps for itself.</summary>
internal static class AdminPathLint
{
    public static void Run(LintContext context)
    {
        foreach (var operation in context.Api.Operations)
        {
            if (AdminPath.HintFor(operation) is { } hint)
            {
                context.Warn(LintCodes.AdminPath, operation.Node, hint);
            }
        }
    }
}

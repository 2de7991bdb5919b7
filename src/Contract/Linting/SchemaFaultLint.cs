using SocialContract.Contract.Diagnostics;

namespace SocialContract.Contract.Linting;

/// <summary>Reports schemas that cannot be compiled, including those of components that no operation uses.</summary>
internal static class SchemaFaultLint
{
    public static void Run(LintContext context)
    {
        foreach (var operation in context.Api.Operations)
        {
            foreach (var fault in context.Api.FaultsOf(operation))
            {
                context.Add(fault);
            }
        }

        var reported = context.Api.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => (diagnostic.Position.File, diagnostic.Pointer))
            .ToHashSet();
        foreach (var place in context.Schemas.All.Where(place => !place.InRequests && !place.InResponses))
        {
            foreach (var fault in context.Api.Schemas.FaultsOf(context.Api.Schemas.At(place.Node), Schemas.MessageDirection.Request))
            {
                if (reported.Add((fault.Position.File, fault.Pointer)))
                {
                    context.Add(fault);
                }
            }
        }
    }
}

using SocialContract.Contract.Diagnostics;

namespace SocialContract.Contract.Linting;

/// <summary>Schemas that cannot be compiled, those of components that no operation uses among them.</summary>
internal static class SchemaFaultCheck
{
    public static void Run(LintContext context)
    {
        foreach (var operation in context.Api.Operations)
        {
            foreach (var fault in context.Api.Check(operation))
            {
                context.Add(fault);
            }
        }

        var told = context.Api.Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error).Select(one => (one.Position.File, one.Pointer)).ToHashSet();
        foreach (var place in context.Schemas.All.Where(place => !place.InRequests && !place.InResponses))
        {
            foreach (var fault in context.Api.Schemas.FaultsOf(context.Api.Schemas.At(place.Node), Schemas.MessageDirection.Request))
            {
                if (told.Add((fault.Position.File, fault.Pointer)))
                {
                    context.Add(fault);
                }
            }
        }
    }
}

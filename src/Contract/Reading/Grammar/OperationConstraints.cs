using System.Text.Json;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Model;
using SocialContract.Contract.Reading.References;

namespace SocialContract.Contract.Reading.Grammar;

/// <summary>Constraints that need all operations. Their findings are warnings, because the document can be served.</summary>
internal sealed class OperationConstraints(DocumentSet documents, DiagnosticBag diagnostics)
{
    public void Run(IReadOnlyList<Operation> operations)
    {
        if (operations.Count == 0)
        {
            Warn(
                DiagnosticCodes.NoOperations,
                documents.Root.Member("paths") ?? documents.Root,
                "the document has no operation, so there is nothing to serve");
        }

        Ids(operations);
        Ambiguities(operations);
        var ids = operations.Select(operation => operation.Node.Text("operationId")).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var operation in operations)
        {
            PathParameters(operation);
            Links(operation, ids);
        }
    }

    private void Ids(IReadOnlyList<Operation> operations)
    {
        foreach (
            var same in operations.Where(operation => operation.Node.Text("operationId") is not null)
                .GroupBy(operation => operation.Node.Text("operationId")))
        {
            foreach (var operation in same.Skip(1))
            {
                Warn(
                    DiagnosticCodes.OperationIdTwice,
                    operation.Node.Member("operationId")!.Value,
                    $"the operationId {ValueWords.Shorten(same.Key!)} is already used by {same.First().Method} {same.First().Path}; "
                        + $"this operation gets the id {operation.Id}");
            }
        }
    }

    private void Ambiguities(IReadOnlyList<Operation> operations)
    {
        var members = Paths().ToLookup(member => member.Name, StringComparer.Ordinal);
        foreach (
            var shape in operations.Where(operation => PathTemplate.IsTemplated(operation.Path))
                .GroupBy(operation => PathTemplate.Shape(operation.Path)))
        {
            var paths = shape.Select(operation => operation.Path).Distinct(StringComparer.Ordinal).ToList();
            foreach (var path in paths.Skip(1))
            {
                foreach (var member in members[path])
                {
                    var pointer = $"/paths/{JsonPointer.Escape(path)}";
                    diagnostics.Report(
                        DiagnosticCodes.PathAmbiguous,
                        DiagnosticSeverity.Warning,
                        documents.Entry,
                        documents.Entry.PositionOf(member),
                        pointer,
                        $"{ValueWords.Shorten(path)} matches the same paths as {ValueWords.Shorten(paths[0])}, "
                            + "which comes first and is used for methods that both have");
                }
            }
        }
    }

    private IEnumerable<JsonProperty> Paths() =>
        documents.Root.Member("paths") is { } paths ? paths.Value.EnumerateObject().Select(member => member) : [];

    private void PathParameters(Operation operation)
    {
        var names = PathTemplate.Names(operation.Path);
        var described = operation.Parameters.Where(parameter => parameter.In == ParameterLocation.Path)
            .Select(parameter => parameter.Name)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var name in names.Distinct(StringComparer.Ordinal).Where(name => name.Length > 0 && !described.Contains(name)))
        {
            Warn(
                DiagnosticCodes.PathParameterMissing,
                operation.Node,
                $"{operation.Method} {operation.Path} has no path parameter {ValueWords.Shorten(name)}, so any text is accepted there");
        }
    }

    private void Links(Operation operation, HashSet<string> ids)
    {
        foreach (var (name, entry) in operation.Responses.SelectMany(response => response.Links))
        {
            if (documents.Follow(entry) is { } link
                && link.Text("operationId") is { } id
                && !ids.Contains(id))
            {
                Warn(
                    DiagnosticCodes.LinkTarget,
                    link.Member("operationId")!.Value,
                    $"the link {ValueWords.Shorten(name)} names the operation {ValueWords.Shorten(id)}, which does not exist",
                    diagnostics.Nearest(id, ids));
            }
        }
    }

    private void Warn(string code, DocumentNode node, string message, string? nearest = null) =>
        diagnostics.Report(code, DiagnosticSeverity.Warning, node, message, nearest);
}

using SocialContract.Contract.Model;

namespace SocialContract.Contract.Resources;

/// <summary>The resources of a document, found by the shapes of its paths.</summary>
internal static class ResourceCatalog
{
    /// <summary>In document order.</summary>
    public static IReadOnlyList<Resource> Of(ContractDescription api)
    {
        var created = new ResourceMap(api).ByCreator;
        var byShape = api.Operations.ToLookup(operation => PathTemplate.Shape(operation.Path.TrimEnd('/')), StringComparer.Ordinal);
        return [.. byShape.Select(group => Of(group.Key, [.. group], byShape, created)).OfType<Resource>()];
    }

    private static Resource? Of(
        string item, IReadOnlyList<Operation> onItem, ILookup<string, Operation> byShape, IReadOnlyDictionary<string, IdCapture> created)
    {
        if (!item.EndsWith("/{}", StringComparison.Ordinal) || IdOf(onItem[0]) is not { } id)
        {
            return null;
        }

        var onCollection = byShape[item[..item.LastIndexOf('/')]].ToList();
        var creator = With(onCollection, "POST");
        return new Resource(item, id)
        {
            Create = creator,
            CreatedId = creator is not null && created.TryGetValue(creator.Id, out var capture) && capture.Item == item
                ? capture.Pattern
                : null,
            List = With(onCollection, "GET"),
            Read = With(onItem, "GET"),
            Replace = With(onItem, "PUT"),
            Change = With(onItem, "PATCH"),
            Delete = With(onItem, "DELETE"),
        };
    }

    private static Parameter? IdOf(Operation operation) => PathTemplate.Names(operation.Path) is [.., var last]
        ? operation.Parameters.FirstOrDefault(parameter => parameter.In == ParameterLocation.Path && parameter.Name == last)
        : null;

    private static Operation? With(IReadOnlyList<Operation> operations, string method) =>
        operations.FirstOrDefault(operation => operation.Method == method);
}

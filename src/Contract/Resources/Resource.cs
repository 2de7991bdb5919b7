using SocialContract.Contract.Model;

namespace SocialContract.Contract.Resources;

/// <summary>
/// What a document describes at a path that ends in a parameter, <c>/pets/{id}</c>, and at the path before it, <c>/pets</c>: the
/// operations that create, list, read, change and delete resources of one kind.
/// </summary>
/// <param name="Item">The path of a resource, its parameters without their names: <c>/users/{}/posts/{}</c>.</param>
/// <param name="Id">The parameter that takes a resource's id.</param>
internal sealed record Resource(string Item, Parameter Id)
{
    /// <summary>The path without its parameter: <c>/users/{}/posts</c>.</summary>
    public string Collection => Item[..Item.LastIndexOf('/')];

    /// <summary>The number of parameters in the path of a resource.</summary>
    public int ParameterCount => Item.Split("{}").Length - 1;

    /// <summary>POST on the collection.</summary>
    public Operation? Create { get; init; }

    /// <summary>
    /// Where the response of <see cref="Create"/> has the id; null where it has it in its Location header, or not at all.
    /// </summary>
    public string? CreatedId { get; init; }

    /// <summary>GET on the collection.</summary>
    public Operation? List { get; init; }

    public Operation? Read { get; init; }

    public Operation? Replace { get; init; }

    /// <summary>PATCH.</summary>
    public Operation? Change { get; init; }

    public Operation? Delete { get; init; }

    public IReadOnlyList<Operation> Operations =>
        [.. new[] { Create, List, Read, Replace, Change, Delete }.OfType<Operation>()];

    /// <summary>
    /// Whether one operation changes resources and another one shows it, or the same again: a second DELETE finds nothing.
    /// </summary>
    public bool HasState =>
        (Create ?? Replace ?? Change ?? Delete) is not null && (List ?? Read ?? Delete) is not null && Operations.Count > 1;
}

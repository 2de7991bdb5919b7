using SocialContract.Contract.Model;
using SocialContract.Contract.Resources;
using SocialContract.Verification.Cases;

namespace SocialContract.Verification.Planning;

/// <summary>What a plan has for one operation: its checks, and the requests that do not depend on other operations' sequences.</summary>
internal sealed record OperationRequests
{
    public required Operation Operation { get; init; }

    /// <summary>Whether its method is safe, so that its requests change nothing.</summary>
    public bool IsSafe => ContractCase.IsSafeMethod(Operation.Method);

    /// <summary>Every rule of the operation and every check, in document order.</summary>
    public required IReadOnlyList<PlannedCheck> Checks { get; init; }

    /// <summary>The plain request, sent first; null where a sequence sends it, or none was found.</summary>
    public ContractCase? Plain { get; init; }

    /// <summary>Cases that depend on no other, except those that are sent only after another one is refused.</summary>
    public IReadOnlyList<ContractCase> Cases { get; init; } = [];

    public IReadOnlyList<StateCase> States { get; init; } = [];

    public IReadOnlyList<Reflection> Reflections { get; init; } = [];

    /// <summary>Where the operation's responses have the ids of the resources that it creates; null where it creates none.</summary>
    public IdCapture? Capture { get; init; }

    /// <summary>
    /// Lists the resources that the operation creates: those of refused requests must not be there. Null where no operation lists them.
    /// </summary>
    public ContractCase? List { get; init; }

    /// <summary>
    /// Deletes a resource that the operation created. It is sent in the end for each resource that is left, and so it is in no list of
    /// requests. Null where no operation deletes them.
    /// </summary>
    public ContractCase? CleanUp { get; init; }

    /// <summary>
    /// A plain request with data of its own, which is sent with the tokens of other roles; in no list of requests. Null where the operation
    /// needs no caller.
    /// </summary>
    public ContractCase? ForRoles { get; init; }

    /// <summary>
    /// Reads a resource that the operation created, before it is changed or deleted; in no list of requests, as <see cref="CleanUp"/>. Null
    /// where no operation reads them.
    /// </summary>
    public ContractCase? Confirm { get; init; }

    /// <summary>Keeps the order.</summary>
    public static OrderedDictionary<string, OperationRequests> ById(IEnumerable<OperationRequests> operations) =>
        new(operations.Select(operation => KeyValuePair.Create(operation.Operation.Id, operation)), StringComparer.Ordinal);
}

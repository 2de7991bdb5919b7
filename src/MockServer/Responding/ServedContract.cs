using System.Collections.Concurrent;
using SocialContract.Contract;
using SocialContract.Contract.Generation;
using SocialContract.Contract.Generation.Examples;
using SocialContract.Contract.Model;
using SocialContract.Contract.Routing;
using SocialContract.Contract.Secrets;
using SocialContract.Contract.Validation;

namespace SocialContract.MockServer.Responding;

/// <summary>One version of a document, ready to serve: routes are built at once, the parts of an operation for its first request.</summary>
/// <param name="tokens">The credentials in use, which no output may contain.</param>
internal sealed class ServedContract(ContractDescription description, ResponseOptions responseOptions, IReadOnlyList<string> tokens)
{
    /// <summary>The number of operations to prepare: most operations of a larger document are never requested.</summary>
    private const int WarmUpLimit = 50;

    private readonly ConcurrentDictionary<Operation, Lazy<OperationResponses>> _operations = new();

    public ContractDescription Description { get; } = description;

    public ResponseOptions ResponseOptions { get; } = responseOptions;

    public OperationRouter Router { get; } = OperationRouter.Build(description.Operations);

    public ContractValidators Validators { get; } = new(description);

    public DataGenerator Generator { get; } = new(description);

    /// <summary>Removes the values that this version of the document marks as secret.</summary>
    public Redactor Redactor { get; } = Redactor.Of(description, tokens);

    /// <summary>
    /// Makes the first operations ready in the background, so that the first request does not wait for its schemas to be compiled.
    /// </summary>
    public void WarmUp() => _ = Task.Run(() =>
    {
        foreach (var operation in Description.Operations.Take(WarmUpLimit))
        {
            ResponsesOf(operation);
        }
    });

    public OperationResponses ResponsesOf(Operation operation) => _operations.GetOrAdd(
        operation,
        static (key, served) => new Lazy<OperationResponses>(() => new OperationResponses(key, served)),
        this).Value;
}

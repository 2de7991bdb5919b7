using System.Collections.Concurrent;
using SocialContract.Contract;
using SocialContract.Contract.Generation;
using SocialContract.Contract.Generation.Examples;
using SocialContract.Contract.Model;
using SocialContract.Contract.Routing;
using SocialContract.Contract.Secrets;
using SocialContract.Contract.Validation;

namespace SocialContract.MockServer.Responding;

/// <summary>One version of a document, made ready to serve: routes at once, what an operation needs when it is first asked for.</summary>
/// <param name="tokens">The credentials in use, which no output may show.</param>
internal sealed class ServedContract(ContractDescription description, ResponseOptions responseOptions, IReadOnlyList<string> tokens)
{
    /// <summary>Of a larger document most operations are never asked for.</summary>
    private const int WarmUpLimit = 50;

    private readonly ConcurrentDictionary<Operation, Lazy<OperationResponses>> _operations = new();

    public ContractDescription Description { get; } = description;

    public ResponseOptions ResponseOptions { get; } = responseOptions;

    public OperationRouter Router { get; } = OperationRouter.Build(description.Operations);

    public ContractValidators Validators { get; } = new(description);

    public DataGenerator Generator { get; } = new(description);

    /// <summary>Takes out what this version of the document calls secret.</summary>
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

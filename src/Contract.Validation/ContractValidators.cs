using System.Collections.Concurrent;
using SocialContract.Contract.Model;
using SocialContract.Contract.Validation.Decoding;

namespace SocialContract.Contract.Validation;

/// <summary>The validators of a document's operations, each created on first use. Thread-safe.</summary>
public sealed class ContractValidators(ContractDescription contract)
{
    private readonly ConcurrentDictionary<Operation, Lazy<RequestValidator>> _requests = new();
    private readonly ConcurrentDictionary<Operation, Lazy<ResponseValidator>> _responses = new();
    private readonly ShapeReader _shapes = new(contract.View);

    public ContractDescription Contract { get; } = contract;

    public RequestValidator Request(Operation operation) => _requests.GetOrAdd(
        operation,
        static (key, all) => new Lazy<RequestValidator>(() => new RequestValidator(key, all.Contract, all._shapes)),
        this).Value;

    public ResponseValidator Response(Operation operation) => _responses.GetOrAdd(
        operation,
        static (key, all) => new Lazy<ResponseValidator>(() => new ResponseValidator(key, all.Contract, all._shapes)),
        this).Value;
}

using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Validation.Decoding;

namespace SocialContract.Contract.Validation;

/// <summary>
/// Validates the responses of an operation: status, headers, media type, syntax and content. Everything about the operation is decided when
/// the validator is created. Thread-safe.
/// </summary>
/// <remarks>
/// Undocumented headers and members are accepted, and so is a body if the response describes none. Responses with 1xx, 204, 205 and 304,
/// and responses to HEAD, need no body (RFC 9110 section 6.4.1).
/// </remarks>
public sealed class ResponseValidator
{
    private readonly Dictionary<Response, ResponseObjectValidator> _described = [];
    private readonly Rule? _statusRule;
    private readonly string _expected;

    internal ResponseValidator(Operation operation, ContractDescription contract, ShapeReader shapes)
    {
        Operation = operation;
        Faults = contract.FaultsOf(operation);
        _statusRule = contract.Rules.Enforced(contract.Rules.ForStatus(operation));
        _expected = string.Join(" or ", operation.Responses.Select(response => response.Status));
        if (Faults.Count > 0)
        {
            return;
        }

        foreach (var response in operation.Responses)
        {
            _described.TryAdd(response, new ResponseObjectValidator(response, contract.Rules, shapes));
        }
    }

    public Operation Operation { get; }

    /// <summary>Errors because of which responses cannot be validated.</summary>
    public IReadOnlyList<Diagnostic> Faults { get; }

    /// <summary>Returns all violations: of the status, then of headers in the document's order, then of the body.</summary>
    /// <param name="isHead">Whether the request was HEAD, so that the response has no body.</param>
    /// <exception cref="InvalidOperationException">There are <see cref="Faults"/>.</exception>
    public IReadOnlyList<Violation> Validate(ResponseMessage message, bool isHead = false)
    {
        List<Violation>? violations = null;
        Judge(message, isHead, ref violations);
        return violations ?? (IReadOnlyList<Violation>)[];
    }

    /// <summary>Whether there are no violations. Allocates nothing for a valid JSON response.</summary>
    /// <inheritdoc cref="Validate"/>
    public bool IsValid(ResponseMessage message, bool isHead = false)
    {
        List<Violation>? violations = null;
        Judge(message, isHead, ref violations);
        return violations is null;
    }

    private void Judge(ResponseMessage message, bool isHead, ref List<Violation>? violations)
    {
        if (Faults.Count > 0)
        {
            throw new InvalidOperationException($"Responses of {Operation.Id} cannot be validated: {Faults[0].Message}");
        }

        if (Operation.ResponseFor(message.Status) is not { } response)
        {
            if (_statusRule is { } rule)
            {
                violations = [new Violation(rule, ViolationKind.Status, MessagePointer.Status, _expected, $"{message.Status}")];
            }

            return;
        }

        var scratch = MessageScratch.Rent();
        _described[response].Validate(message, isHead || Operation.Method == "HEAD", scratch, ref violations);
        scratch.Return();
    }
}

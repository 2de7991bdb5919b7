using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Validation.Decoding;

namespace SocialContract.Contract.Validation;

/// <summary>
/// Judges the answers of one operation: status, headers, media type, syntax and content. Everything is decided once; any number of
/// threads may use it.
/// </summary>
/// <remarks>
/// Headers and members that the document does not know are accepted, and so is a body where the response describes none. A body is not
/// expected of 1xx, 204, 205 and 304, nor where HEAD was asked (RFC 9110 section 6.4.1).
/// </remarks>
public sealed class ResponseValidator
{
    private readonly Dictionary<Response, ResponseCheck> _checks = [];
    private readonly Rule _statusRule;
    private readonly bool _statusIsOff;
    private readonly string _expected;

    internal ResponseValidator(Operation operation, ContractDescription contract, ShapeReader shapes)
    {
        Operation = operation;
        Faults = contract.Check(operation);
        _statusRule = contract.Rules.ForStatus(operation);
        _statusIsOff = contract.Rules.IsOff(_statusRule);
        _expected = string.Join(" or ", operation.Responses.Select(response => response.Status));
        if (Faults.Count > 0)
        {
            return;
        }

        foreach (var response in operation.Responses)
        {
            _checks.TryAdd(response, new ResponseCheck(response, contract.Rules, shapes));
        }
    }

    public Operation Operation { get; }

    /// <summary>What keeps answers from being judged.</summary>
    public IReadOnlyList<Diagnostic> Faults { get; }

    /// <summary>Every violation: status, then headers in the document's order, then the body.</summary>
    /// <param name="isHead">Whether HEAD was asked, so that there is no body to judge.</param>
    /// <exception cref="InvalidOperationException">There are <see cref="Faults"/>.</exception>
    public IReadOnlyList<Violation> Validate(ResponseMessage message, bool isHead = false)
    {
        List<Violation>? violations = null;
        Judge(message, isHead, ref violations);
        return violations ?? (IReadOnlyList<Violation>)[];
    }

    /// <summary>The verdict alone. Takes no memory for a valid JSON answer.</summary>
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
            throw new InvalidOperationException($"Answers of {Operation.Id} cannot be validated: {Faults[0].Message}");
        }

        if (Operation.ResponseFor(message.Status) is not { } response)
        {
            if (!_statusIsOff)
            {
                violations = [new Violation(_statusRule, ViolationKind.Status, "/status", _expected, $"{message.Status}")];
            }

            return;
        }

        var scratch = MessageScratch.Rent();
        _checks[response].Check(message, isHead || Operation.Method == "HEAD", scratch, ref violations);
        scratch.Return();
    }
}

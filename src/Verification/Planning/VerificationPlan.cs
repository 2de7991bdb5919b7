using System.Collections.Frozen;
using System.Security.Cryptography;
using SocialContract.Contract;
using SocialContract.Verification.Cases;

namespace SocialContract.Verification.Planning;

/// <summary>Everything that a run asks, before it is asked: checks, and the requests for them. Immutable.</summary>
public sealed record VerificationPlan
{
    public required ContractDescription Api { get; init; }

    public required PlanOptions Options { get; init; }

    /// <summary>Every rule of every operation and every check, in document order.</summary>
    public required IReadOnlyList<PlannedCheck> Checks { get; init; }

    /// <summary>Cases that depend on no other, but where they ask for it.</summary>
    internal IReadOnlyList<ContractCase> Cases { get; init; } = [];

    /// <summary>The plain request of each operation, sent first; by operation id.</summary>
    internal IReadOnlyDictionary<string, ContractCase> Plain { get; init; } = FrozenDictionary<string, ContractCase>.Empty;

    internal IReadOnlyList<Sequence> Sequences { get; init; } = [];

    internal IReadOnlyList<StateCase> States { get; init; } = [];

    internal IReadOnlyList<Reflection> Reflections { get; init; } = [];

    /// <summary>How ids of created resources are found, by the creating operation's id.</summary>
    internal IReadOnlyDictionary<string, IdSource> Captures { get; init; } = FrozenDictionary<string, IdSource>.Empty;

    /// <summary>Requests that create what cases of other operations need, parents before children.</summary>
    internal IReadOnlyList<ContractCase> Fixtures { get; init; } = [];

    /// <summary>
    /// Requests that list what an operation creates, by that operation's id: what refused requests would have created must not be there.
    /// </summary>
    internal IReadOnlyDictionary<string, ContractCase> Lists { get; init; } = FrozenDictionary<string, ContractCase>.Empty;

    /// <summary>
    /// Requests that delete what an operation created, by that operation's id: sent in the end for each resource that is left, and so in no
    /// list.
    /// </summary>
    internal IReadOnlyDictionary<string, ContractCase> CleanUps { get; init; } = FrozenDictionary<string, ContractCase>.Empty;

    /// <summary>What failed in the kit itself while it planned, a clause each: the operations concerned have no requests.</summary>
    internal IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>Every request in the order of the list that <c>plan</c> prints.</summary>
    internal IEnumerable<ContractCase> All =>
        Plain.Values.OrderBy(testCase => testCase.Id, StringComparer.Ordinal)
            .Concat(Fixtures.OrderBy(testCase => testCase.Id, StringComparer.Ordinal))
            .Concat(Cases)
            .Concat(Sequences.SelectMany(sequence => sequence.Steps).Select(step => step.Case))
            .Concat(Lists.Values.OrderBy(testCase => testCase.Id, StringComparer.Ordinal))
            .Concat(States.Select(state => state.Case));

    /// <summary>
    /// SHA-256 over the requests' exact bytes, placeholders in them, in the order of <see cref="All"/>; lower-case hexadecimal.
    /// </summary>
    public string Hash
    {
        get
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var testCase in All)
            {
                var head = testCase.HeadBytes();
                var body = testCase.Body.Span;
                hash.AppendData(BitConverter.GetBytes(System.Net.IPAddress.HostToNetworkOrder(head.Length + body.Length)));
                hash.AppendData(head);
                hash.AppendData(body);
            }

            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
    }
}

using System.Collections.Frozen;
using System.Security.Cryptography;
using SocialContract.Contract;
using SocialContract.Verification.Cases;

namespace SocialContract.Verification.Planning;

/// <summary>Everything that a run does, before it starts: the checks, and the requests for them. Immutable.</summary>
public sealed record VerificationPlan
{
    /// <summary>Bodies with more bytes are hashed once, however many requests have the same.</summary>
    private const int LargeBody = 4096;

    public required ContractDescription Api { get; init; }

    public required PlanOptions Options { get; init; }

    /// <summary>Every rule of every operation and every check, in document order.</summary>
    public IReadOnlyList<PlannedCheck> Checks => [.. Operations.Values.SelectMany(operation => operation.Checks)];

    /// <summary>The checks and the requests of each operation, by its id, in document order.</summary>
    internal IReadOnlyDictionary<string, OperationRequests> Operations { get; init; } =
        FrozenDictionary<string, OperationRequests>.Empty;

    /// <summary>Requests that create what cases of other operations need, parents before children.</summary>
    internal IReadOnlyList<ContractCase> Fixtures { get; init; } = [];

    /// <summary>Requests to several operations in order.</summary>
    internal IReadOnlyList<Sequence> Sequences { get; init; } = [];

    internal IEnumerable<ContractCase> Plain => Operations.Values.Select(operation => operation.Plain).OfType<ContractCase>();

    internal IEnumerable<ContractCase> Cases => Operations.Values.SelectMany(operation => operation.Cases);

    internal IEnumerable<StateCase> States => Operations.Values.SelectMany(operation => operation.States);

    /// <summary>What failed in the kit itself while it planned, a clause each: the operations concerned have no requests.</summary>
    internal IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>What is left out, as the work of planning is bounded; null: nothing.</summary>
    internal PlanShortfall? Shortfall { get; init; }

    /// <summary>Every request in the order of the list that <c>plan</c> prints.</summary>
    internal IEnumerable<ContractCase> All =>
        Plain.OrderBy(testCase => testCase.Id, StringComparer.Ordinal)
            .Concat(Fixtures.OrderBy(testCase => testCase.Id, StringComparer.Ordinal))
            .Concat(Cases)
            .Concat(Sequences.SelectMany(sequence => sequence.Steps).Select(step => step.Case))
            .Concat(Operations.Values.Select(operation => operation.List).OfType<ContractCase>()
                .OrderBy(testCase => testCase.Id, StringComparer.Ordinal))
            .Concat(States.Select(state => state.Case));

    /// <summary>
    /// SHA-256 over the requests' exact bytes, placeholders in them, in the order of <see cref="All"/>; a large body is in it by its own
    /// SHA-256, because requests of many operations share it. Lower-case hexadecimal.
    /// </summary>
    public string Hash
    {
        get
        {
            var digests = new Dictionary<ReadOnlyMemory<byte>, byte[]>();
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var testCase in All)
            {
                var head = testCase.HeadBytes();
                hash.AppendData(BitConverter.GetBytes(System.Net.IPAddress.HostToNetworkOrder(head.Length + testCase.Body.Length)));
                hash.AppendData(head);
                hash.AppendData(testCase.Body.Length > LargeBody ? Digest(testCase.Body) : testCase.Body.Span);
            }

            return Convert.ToHexStringLower(hash.GetHashAndReset());

            // Memory is compared by its place.
            byte[] Digest(ReadOnlyMemory<byte> body) =>
                digests.TryGetValue(body, out var known) ? known : digests[body] = SHA256.HashData(body.Span);
        }
    }
}

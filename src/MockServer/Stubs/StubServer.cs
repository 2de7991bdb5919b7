using Microsoft.Extensions.Logging;
using SocialContract.MockServer.Journal;
using SocialContract.MockServer.Logging;
using SocialContract.MockServer.Responding;
using SocialContract.MockServer.Stubs.Embedding;
using SocialContract.MockServer.Stubs.Judging;
using SocialContract.MockServer.Stubs.Mappings;
using SocialContract.MockServer.Stubs.NetModels;
using WireMock;
using RequestMessage = SocialContract.Contract.Messages.RequestMessage;

namespace SocialContract.MockServer.Stubs;

/// <summary>
/// The stubs of a mock. WireMock.Net is made on first use: a mock without stubs takes no time and memory for it. Thread-safe.
/// </summary>
/// <param name="files">The files of stubs.</param>
/// <param name="isStrict">Whether a stub that the document contradicts is refused.</param>
internal sealed class StubServer(ConfinedFiles files, bool isStrict, ILogger logger, TimeProvider clock) : IDisposable
{
    private readonly Lock _lock = new();
    private volatile Parts? _parts;

    /// <summary>The mock's address, once it listens.</summary>
    public Uri? Url { get; set; }

    /// <summary>The document that is served now, once it is.</summary>
    public Func<ServedContract>? Contract { get; set; }

    /// <summary>Of stubs that are posted or come from files.</summary>
    public required int MaxStubs { get; init; }

    /// <summary>Of the same, as they were posted.</summary>
    public required long MaxBytes { get; init; }

    /// <summary>Whether stubs may forward requests to other servers.</summary>
    public bool AllowsProxying { get; init; }

    /// <summary>The stubs of the folder.</summary>
    public required SavedStubs Saved { get; init; }

    /// <summary>What delays and the random values of templates are drawn with.</summary>
    public ulong Seed { get; init; }

    /// <summary>The delay of every response, which a reset ends.</summary>
    public GlobalDelay? Delay { get; init; }

    /// <summary>The mock's journal; null if it is off.</summary>
    public RequestJournal? Journal { get; set; }

    /// <summary>WireMock.Net's server.</summary>
    public EmbeddedWireMock WireMock => Made().WireMock;

    public ScenarioStates Scenarios => Made().Scenarios;

    public ConfinedFiles Files => files;

    /// <summary>The stubs that were posted or came from files.</summary>
    public StubCatalog Catalog { get; } = new();

    /// <summary>The responses of these.</summary>
    public StubResponder Responder => Made().Responder;

    /// <summary>The stubs by path; null as long as they were not used.</summary>
    public StubTable? Table => _parts?.Table;

    /// <summary>Adds a stub, or replaces the one with its id.</summary>
    /// <exception cref="StubRefusedException">
    /// The mock cannot send a part of it, or the document contradicts it and stubs must agree.
    /// </exception>
    public StubMapping Add(StubMapping posted)
    {
        if (RefusalOf([posted]) is { } refusal)
        {
            throw refusal;
        }

        var wireMock = WireMock;
        var stub = Catalog.Put(posted);
        if (stub.Model is { } model)
        {
            wireMock.Register(model);
        }
        else
        {
            wireMock.Register(stub);
        }

        return stub;
    }

    /// <summary>Adds a stub as <see cref="Add"/> does, and saves it if it is persistent and there is a folder.</summary>
    public StubMapping AddPosted(StubMapping posted)
    {
        var stub = Add(posted);
        Saved.Save(stub);
        return stub;
    }

    /// <summary>Removes stubs, with the files that saving them made.</summary>
    public void Remove(IReadOnlyList<StubMapping> removed)
    {
        foreach (var stub in removed)
        {
            WireMock.DeleteMapping(stub.Id!.Value);
            Saved.Delete(stub);
        }
    }

    /// <summary>Removes a stub of any kind, with the file that saving it made.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Remove(Guid id)
    {
        if (Catalog.Find(id) is { } posted)
        {
            Remove([posted]);
            return true;
        }

        return _parts is not null && WireMock.DeleteMapping(id);
    }

    /// <summary>Removes all stubs, but for those that people wrote into the folder.</summary>
    public void RemoveAll()
    {
        Remove(Mappings);
        ResetStubs();
    }

    /// <summary>Why the first stub that is refused is refused; null if all are accepted.</summary>
    public StubRefusedException? RefusalOf(IReadOnlyList<StubMapping> posted) => new StubAdmission(this, isStrict).RefusalOf(posted);

    /// <summary>The stubs that were posted or came from files, the last added first.</summary>
    public IReadOnlyList<StubMapping> Mappings => _parts is not { } parts ? [] :
    [
        .. parts.WireMock.Mappings.Select(stub => Catalog.Find(stub.Guid)).OfType<StubMapping>()
            .OrderByDescending(stub => Catalog.OrderOf(stub)),
    ];

    /// <summary>The stubs that were set up in code with WireMock.Net's API, the last changed first.</summary>
    public IReadOnlyList<ShownModel> InCode => _parts is { } parts ? ModelConversion.Shown(parts.WireMock, Catalog) : [];

    /// <summary>Every stub with what the document contradicts of it, in the order of their ids.</summary>
    public IReadOnlyList<JudgedStub> Judged => _parts is { } parts ? parts.Review.All(parts.WireMock.Mappings) : [];

    /// <summary>The stubs that a request is most similar to, of those in Java WireMock's form.</summary>
    public IReadOnlyList<NearestStub> Nearest(RequestMessage request, RequestMessage shown) =>
        NearestStubs.Of(request, shown, [.. Mappings.Where(stub => stub.Model is null)]);

    /// <summary>The stubs are those of the folder again, and scenarios begin again; the journal stays.</summary>
    public void ResetStubs()
    {
        if (_parts is { } parts)
        {
            parts.WireMock.ResetMappings();
            parts.Scenarios.Store.Clear();
        }

        AddAll(Saved.All);
    }

    /// <summary>Writes the stubs to the folder.</summary>
    /// <inheritdoc cref="SavedStubs.SaveAll"/>
    public string? Save() => Saved.SaveAll(Mappings.Reverse());

    /// <summary>Logs the patterns that took too long on a request, which their stubs then do not match.</summary>
    public void Report(StubMessages messages, string method)
    {
        foreach (var pattern in messages.SlowPatterns.Distinct())
        {
            Log.PatternTooSlow(logger, method, pattern);
        }
    }

    /// <summary>Adds stubs; in strict mode those that the document contradicts are left out and logged.</summary>
    public void AddAll(IReadOnlyList<StubMapping> stubs)
    {
        foreach (var stub in stubs)
        {
            if (RefusalOf([stub]) is { } refusal)
            {
                Log.StubLeftOut(logger, refusal.Message);
            }
            else
            {
                Add(stub);
            }
        }
    }

    /// <summary>The stubs are those of the folder again, scenarios begin again, and the journal is empty.</summary>
    public void Reset()
    {
        Delay?.Settings = GlobalSettings.None;
        _parts?.WireMock.Reset();
        AddAll(Saved.All);
    }

    /// <summary>Compares the stubs with the document that is served now.</summary>
    public void Review() => _parts?.Table.Refresh();

    public void Dispose() => _parts?.WireMock.Dispose();

    private Parts Made()
    {
        if (_parts is { } made)
        {
            return made;
        }

        lock (_lock)
        {
            return _parts ??= Make();
        }
    }

    private Parts Make()
    {
        var scenarios = new ScenarioStates();
        var review = new StubReview(Contract!, Catalog, Files, logger);
        var wireMock = new EmbeddedWireMock(
            Url!,
            scenarios.Store,
            Files,
            new SilentLogger(),
            () => [.. (Journal?.Entries ?? []).Select(WireMockLogEntries.Of)],
            () => Journal?.Clear());
        var table = new StubTable(wireMock, Catalog, review, isStrict, clock);
        wireMock.Registered = stub => Register(stub, review, table);
        return new Parts(wireMock, scenarios, table, review, new StubResponder(Files, Seed, clock));
    }

    /// <summary>Compares a stub with the document when it arrives.</summary>
    private void Register(IMapping? stub, StubReview review, StubTable table)
    {
        if (stub is not null && isStrict && review.Of(stub) is { Count: > 0 } findings)
        {
            _parts!.WireMock.DeleteMapping(stub.Guid);
            throw new StubRefusedException(StubNames.Of(stub), findings);
        }

        table.Refresh();
    }

    private sealed record Parts(
        EmbeddedWireMock WireMock, ScenarioStates Scenarios, StubTable Table, StubReview Review, StubResponder Responder);
}

using Microsoft.Extensions.Logging;
using SocialContract.Contract;
using SocialContract.MockServer.Logging;
using SocialContract.MockServer.Responding;

namespace SocialContract.MockServer.Reloading;

/// <summary>
/// Reloads the document after it was saved: new requests get the new description, requests in progress keep the one that they began with.
/// </summary>
internal sealed class ContractReloader : IAsyncDisposable
{
    private readonly Responder _responder;
    private readonly string _document;
    private readonly Func<LoadResult> _load;
    private readonly Func<ContractDescription, ServedContract> _serve;
    private readonly Action _reloaded;
    private readonly ILogger _logger;
    private readonly DocumentWatcher _watcher;
    private IReadOnlyList<string> _faulty = [];

    /// <param name="document">The path as given: a symbolic link may lead to another file later.</param>
    /// <param name="load">Loads the document as it is now.</param>
    /// <param name="serve">Makes a description ready to serve.</param>
    /// <param name="reloaded">Called when a new description is served.</param>
    public ContractReloader(
        Responder responder,
        string document,
        Func<LoadResult> load,
        Func<ContractDescription, ServedContract> serve,
        Action reloaded,
        ILogger logger,
        TimeProvider clock)
    {
        (_responder, _document, _load, _serve, _reloaded, _logger) =
            (responder, Path.GetFullPath(document), load, serve, reloaded, logger);
        _watcher = new DocumentWatcher(Files, Reload, logger, clock);
    }

    public ValueTask DisposeAsync() => _watcher.DisposeAsync();

    /// <summary>
    /// The files of the served document, those that it refers to and that could not be read, and those in which a rejected version has
    /// faults.
    /// </summary>
    private IReadOnlyList<string> Files() =>
    [
        .. _responder.Contract.Description.Documents.Files
            .Select(file => file.Uri.LocalPath)
            .Prepend(_document)
            .Concat(_responder.Contract.Description.Documents.Unread)
            .Concat(_faulty)
            .Distinct(StringComparer.Ordinal),
    ];

    private void Reload()
    {
        switch (_load())
        {
            case LoadResult.Loaded loaded:
                _faulty = [];
                var before = _responder.Contract.Description;
                _responder.Contract = _serve(loaded.Api);
                _responder.Contract.WarmUp();
                Log.Reloaded(_logger, DescriptionDiff.Between(before, loaded.Api));
                _reloaded();
                break;
            case LoadResult.Rejected rejected:
                _faulty = [.. rejected.Diagnostics.Select(diagnostic => Path.GetFullPath(diagnostic.Position.File)).Where(File.Exists)];
                Log.ReloadRejected(_logger, rejected.Diagnostics);
                break;
        }
    }
}

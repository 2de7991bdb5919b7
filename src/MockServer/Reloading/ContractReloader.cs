using SocialContract.Contract;
using SocialContract.Contract.Reading;
using SocialContract.MockServer.Serving;

namespace SocialContract.MockServer.Reloading;

/// <summary>Serves a saved document anew: the next request meets the new description, those in flight finish with the old one.</summary>
internal sealed class ContractReloader : IAsyncDisposable
{
    private readonly MockApplication _application;
    private readonly MockOptions _options;
    private readonly DocumentWatcher _watcher;
    private IReadOnlyList<string> _faulty = [];

    public ContractReloader(MockApplication application, MockOptions options)
    {
        (_application, _options) = (application, options);
        _watcher = new DocumentWatcher(Files, ReloadAsync);
    }

    public ValueTask DisposeAsync() => _watcher.DisposeAsync();

    /// <summary>The files of the document that is served, and those where a faulty version has its faults.</summary>
    private IReadOnlyList<string> Files() =>
        [.. _application.Contract.Api.Documents.Files.Select(file => file.Uri.LocalPath).Concat(_faulty).Distinct(StringComparer.Ordinal)];

    private Task ReloadAsync(CancellationToken cancellationToken)
    {
        switch (ContractLoader.Load(_options.Document, MockHost.LoadOptionsOf(_options)))
        {
            case LoadResult.Loaded loaded:
                _faulty = [];
                var before = _application.Contract.Api;
                _application.Contract = ServedContract.Of(loaded.Api, _options);
                _application.Contract.WarmUp();
                _options.Log?.Reloaded(DescriptionDiff.Between(before, loaded.Api));
                break;
            case LoadResult.Rejected rejected:
                _faulty = [.. rejected.Diagnostics.Select(diagnostic => Path.GetFullPath(diagnostic.Position.File)).Where(File.Exists)];
                _options.Log?.ReloadRejected(rejected.Diagnostics);
                break;
        }

        return Task.CompletedTask;
    }
}

using SocialContract.MockServer.Stubs.Embedding;
using SocialContract.MockServer.Stubs.Mappings;

namespace SocialContract.MockServer.Stubs;

/// <summary>The stubs of the mock's folder, which a reset brings back, and their files.</summary>
/// <param name="files">The folder; there may be none.</param>
/// <param name="folderAdvice">How to give the mock a folder.</param>
internal sealed class SavedStubs(ConfinedFiles files, Func<string> folderAdvice)
{
    public IReadOnlyList<StubMapping> All { get; set; } = [];

    /// <summary>Writes a stub that was posted to be kept, if there is a folder.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(StubMapping stub)
    {
        if (stub.IsPersistent && files.HasFolder)
        {
            var saved = stub with { File = stub.File ?? FileOf(stub) };
            files.Write(saved.File, StubContent.FileOf(stub));
            All = [.. All.Where(known => known.Id != stub.Id), saved];
        }
    }

    /// <summary>Deletes the file that saving a stub made. A file that a person wrote stays, and a reset reads it again.</summary>
    public void Delete(StubMapping stub)
    {
        if (All.FirstOrDefault(known => known.Id == stub.Id) is { File: { } file } saved && file == FileOf(saved))
        {
            files.Delete(file);
            All = [.. All.Where(known => known != saved)];
        }
    }

    /// <summary>
    /// Writes stubs to the folder, where a reset and the next start read them: each that came from a file of its own to that file, each
    /// that is new to a file named by its id; those that the folder has already as they are stay where they are.
    /// </summary>
    /// <param name="stubs">In the order in which they were added.</param>
    /// <returns>Why nothing was written; null if it was.</returns>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public string? SaveAll(IEnumerable<StubMapping> stubs)
    {
        if (!files.HasFolder)
        {
            return $"The mock has no stub folder; to save stubs, give it one with {folderAdvice()}.";
        }

        var kept = All.Where(stub => stub.File is null).Select(stub => stub.Posted.GetRawText()).ToHashSet(StringComparer.Ordinal);
        var saved = new List<StubMapping>();
        foreach (var stub in stubs)
        {
            var isKept = stub.File is null && kept.Contains(stub.Posted.GetRawText());
            var file = isKept ? null : stub.File ?? FileOf(stub);
            if (file is not null)
            {
                files.Write(file, StubContent.FileOf(stub));
            }

            saved.Add(stub with { File = file });
        }

        All = saved;
        return null;
    }

    /// <summary>The file to which a stub is saved that came from none, by its name in the folder.</summary>
    private static string FileOf(StubMapping stub) => $"mappings/{stub.Id}.json";
}

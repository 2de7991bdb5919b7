namespace SocialContract.MockServer.Tests;

/// <summary>A document in a folder of its own, gone after the test.</summary>
internal sealed class TemporaryDocument : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("social-contract-");

    public TemporaryDocument(string text, string name = "openapi.yaml")
    {
        Path = Write(name, text);
    }

    public string Path { get; }

    public string Write(string name, string text)
    {
        var path = System.IO.Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}

using SocialContract.MockServer.Stubs.Embedding;
using SocialContract.MockServer.Stubs.Mappings;

namespace SocialContract.MockServer.Stubs.Judging;

/// <summary>Finds a body file that a stub names and the folder of stubs does not have, before a request needs it.</summary>
internal static class MissingFile
{
    /// <summary>Empty if the file is there, or if only a request can tell its name.</summary>
    public static IReadOnlyList<StubFinding> Of(StubMapping stub, ConfinedFiles files)
    {
        if (stub.Model is { } model)
        {
            return model.Response is { BodyAsFile: { Length: > 0 } file, UseTransformer: not true } && !files.HasBody(file)
                ? [new("/Response/BodyAsFile", Sentence(file, files))]
                : [];
        }

        var response = stub.Response;
        var name = response.Body is not StubBody.File body ? null
            : response.Template?.FileName is { } template ? template.FixedText
            : body.Name;
        return name is null || files.FileExists($"{FileTemplates.BodyFolder}/{name}")
            ? []
            : [new("/response/bodyFileName", Sentence(name, files))];
    }

    private static string Sentence(string name, ConfinedFiles files) => files.HasFolder
        ? $"The folder of stubs has no file {FileTemplates.BodyFolder}/{name}, so that the stub responds 500; add the file."
        : $"The mock has no folder of stubs, and so no file {name}; the stub responds 500. Start the mock with a folder.";
}

using System.Collections.Concurrent;
using System.Text;
using SocialContract.MockServer.Stubs.Embedding;
using SocialContract.MockServer.Stubs.Templates;

namespace SocialContract.MockServer.Stubs;

/// <summary>The templates of body files, each read again only when its file has changed. Thread-safe.</summary>
internal sealed class FileTemplates(ConfinedFiles files)
{
    /// <summary>The folder of bodies below the folder of stubs, as WireMock calls it.</summary>
    public const string BodyFolder = "__files";

    private const int MaxKept = 1_000;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly ConcurrentDictionary<string, (byte[] Content, Template Template)> _known = new(StringComparer.Ordinal);

    /// <exception cref="IOException">The file cannot be read.</exception>
    public byte[] Bytes(string name) => files.ReadFile($"{BodyFolder}/{name}");

    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="TemplateException">The file is not a template that can be filled in.</exception>
    public byte[] Filled(string name, TemplateRendering rendering)
    {
        var content = Bytes(name);
        return Of(name, content) is { } template ? Encoding.UTF8.GetBytes(template.Render(rendering)) : content;
    }

    /// <summary>What is wrong with the template of a file; null if nothing is, or if the file cannot be read now.</summary>
    public string? FaultOf(string name)
    {
        try
        {
            Of(name, Bytes(name));
            return null;
        }
        catch (IOException)
        {
            return null;
        }
        catch (TemplateException fault)
        {
            return fault.Message;
        }
    }

    /// <returns>Null if the file is not text.</returns>
    private Template? Of(string name, byte[] content)
    {
        if (_known.TryGetValue(name, out var known) && known.Content.AsSpan().SequenceEqual(content))
        {
            return known.Template;
        }

        string text;
        try
        {
            text = StrictUtf8.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }

        var template = Template.Create(text, out var fault) ?? throw new TemplateException($"{name}: {fault}");
        if (_known.Count >= MaxKept)
        {
            _known.Clear();
        }

        _known[name] = (content, template);
        return template;
    }
}

using System.CommandLine;

namespace SocialContract.Cli.Options;

/// <summary>An option that takes one of a few words.</summary>
internal static class ChoiceOption
{
    public static Option<string> Create(string name, string description, string defaultWord, params string[] words)
    {
        var option = new Option<string>(name)
        {
            Description = description,
            HelpName = string.Join('|', words),
            DefaultValueFactory = _ => defaultWord,
        };
        option.CompletionSources.Add(words);
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !words.Contains(token.Value, StringComparer.Ordinal))
            {
                result.AddError($"{name} takes {string.Join(", ", words.SkipLast(1))} or {words[^1]}; found '{token.Value}'.");
            }
        });
        return option;
    }
}

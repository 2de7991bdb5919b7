namespace SocialContract.MockServer.Stubs.Templates;

/// <summary>Helpers that make, change and join lists.</summary>
internal static class ListHelpers
{
    private const int MaxItems = 100_000;

    public static IReadOnlyList<TemplateHelper> All { get; } =
    [
        new("array", call => TemplateList.Of(call.Arguments)),
        new("range", Range),
        new("arrayAdd", Add),
        new("arrayRemove", Remove),
        new("arrayJoin", call => Join(call, call.Text(0), ItemsOf(call.Argument(1)))),
        new("join", JoinAll),
        new("pickRandom", Pick),
    ];

    private static IReadOnlyList<object?> ItemsOf(object? value) =>
        value is TemplateList list ? list.Items : throw new HelperException("a list is expected");

    /// <summary>The whole numbers from the first to the last.</summary>
    private static TemplateList Range(HelperCall call)
    {
        var (first, last) = (decimal.Truncate(call.Number(0)), decimal.Truncate(call.Number(1)));
        return last >= first && last - first < MaxItems
            ? TemplateList.Of([.. Enumerable.Range(0, (int)(last - first) + 1).Select(index => (object?)(first + index))])
            : throw new HelperException($"a range of 1 to {MaxItems} numbers is expected; found {first} to {last}");
    }

    private static TemplateList Add(HelperCall call)
    {
        List<object?> items = [.. ItemsOf(call.Argument(0))];
        items.Insert(Position(call, items.Count, items.Count), call.Argument(1));
        return TemplateList.Of(items);
    }

    private static TemplateList Remove(HelperCall call)
    {
        List<object?> items = [.. ItemsOf(call.Argument(0))];
        if (items.Count > 0)
        {
            items.RemoveAt(Position(call, items.Count - 1, items.Count - 1));
        }

        return TemplateList.Of(items);
    }

    private static int Position(HelperCall call, int end, int last) => call.Option("position") switch
    {
        null or "end" => end,
        "start" => 0,
        var given when TemplateValues.TryNumber(given, out var place) && place >= 0 && place <= last => (int)place,
        var given => throw new HelperException($"the position is start, end or 0 to {last}; found {TemplateValues.TextOf(given)}"),
    };

    private static string JoinAll(HelperCall call)
    {
        if (call.Argument(0) is TemplateList list)
        {
            return Join(call, call.Text(1), list.Items);
        }

        return Join(call, call.Text(call.Count - 1), [.. call.Arguments.SkipLast(1)]);
    }

    private static string Join(HelperCall call, string separator, IReadOnlyList<object?> items)
    {
        var texts = items.Select(item => call.IsBlock ? call.Capture(item) : TemplateValues.TextOf(item));
        return $"{call.OptionText("prefix")}{string.Join(separator, texts)}{call.OptionText("suffix")}";
    }

    private static object? Pick(HelperCall call)
    {
        IReadOnlyList<object?> items = call is { Count: 1 } && call.Argument(0) is TemplateList list ? list.Items : call.Arguments;
        return items.Count > 0
            ? items[call.Rendering.Random.Next(items.Count)]
            : throw new HelperException("there is nothing to pick from");
    }
}

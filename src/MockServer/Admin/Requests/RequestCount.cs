namespace SocialContract.MockServer.Admin.Requests;

/// <param name="RequestJournalDisabled">Whether there is no journal, so that nothing could be counted.</param>
internal sealed record RequestCount(int Count, bool RequestJournalDisabled);

internal sealed record RemovedEvents(IReadOnlyList<ServeEvent> ServeEvents);

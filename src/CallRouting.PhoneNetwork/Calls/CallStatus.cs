namespace CallRouting.PhoneNetwork.Calls;

/// <summary>Where a call is. The last five are final (contract §3.3).</summary>
internal enum CallStatus
{
    Queued,
    Initiated,
    Ringing,
    InProgress,
    Completed,
    Busy,
    Failed,
    NoAnswer,
    Canceled,
}

internal enum Direction
{
    Inbound,
    OutboundApi,

    /// <summary>A document dialled it; the call whose document it was is its parent.</summary>
    OutboundDial,
}

internal static class CallWords
{
    public static bool IsFinal(this CallStatus status) => status >= CallStatus.Completed;

    /// <summary>The word in webhooks; <c>initiated</c> exists only there.</summary>
    public static string Word(this CallStatus status) =>
        status switch
        {
            CallStatus.InProgress => "in-progress",
            CallStatus.NoAnswer => "no-answer",
            _ => status.ToString().ToLowerInvariant(),
        };

    /// <summary>The word in the REST API, which knows no <c>initiated</c> (contract §1.5).</summary>
    public static string RestWord(this CallStatus status) => status == CallStatus.Initiated ? "queued" : status.Word();

    public static string Word(this Direction direction) =>
        direction switch
        {
            Direction.Inbound => "inbound",
            Direction.OutboundDial => "outbound-dial",
            _ => "outbound-api",
        };

    /// <summary>The final status of that name, for the settings that name one; a name that is none is refused.</summary>
    public static CallStatus Final(string word) =>
        Enum.GetValues<CallStatus>().Where(IsFinal).Cast<CallStatus?>().FirstOrDefault(status => status!.Value.Word() == word)
        ?? throw new BadSettingsException(
            $"\"{word}\" is not a final call status; allowed are completed, busy, failed, no-answer, canceled."
        );
}

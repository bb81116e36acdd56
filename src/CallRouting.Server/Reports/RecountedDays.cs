using CallRouting.Core.Calls;
using CallRouting.Core.Reports;
using CallRouting.Server.Callbacks;
using CallRouting.Server.Live;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Reports;

/// <summary>What the timeline says of some days, gathered as it is read.</summary>
internal sealed class RecountedDays(Interval days)
{
    private readonly Dictionary<string, List<Happened>> stories = [];
    private readonly Dictionary<string, Instant?> callbacks = [];
    private readonly Dictionary<string, Instant> queued = [];
    private readonly Dictionary<string, int> answered = [];
    private readonly HashSet<string> ended = [];

    /// <summary>Those that began in these days and are over.</summary>
    public IReadOnlyList<CountedTransfer> Transfers => field ??= [.. stories.Values.Select(Recount.Of).OfType<CountedTransfer>()];

    /// <summary>Those that were owed in these days, and when they were settled; null: they are not.</summary>
    public IReadOnlyDictionary<string, Instant?> Callbacks => callbacks;

    /// <summary>Calls that came into the queue in these days, whether they are over, and the seconds until they had an agent; null: they never had.</summary>
    public IReadOnlyDictionary<string, (bool IsOver, int? Seconds)> Waits =>
        queued.Keys.ToDictionary(
            call => call,
            call => (ended.Contains(call), answered.TryGetValue(call, out var seconds) ? seconds : (int?)null)
        );

    public void Hear(IEnumerable<TimelineEvent> page)
    {
        foreach (var told in page)
        {
            Hear(told, told.At.ToInstant());
        }
    }

    private void Hear(TimelineEvent told, Instant at)
    {
        if (told is { Kind: CountStories.Offered, Transfer: { } begun } && days.Contains(at))
        {
            stories[begun] = [];
        }
        if (told.Transfer is { } transfer && stories.TryGetValue(transfer, out var story))
        {
            story.Add(new(at, told.Kind, told.Who, told.Detail, transfer, told.Unit!));
        }
        switch (told)
        {
            case { Kind: CallbackStories.Owed, Callback: { } owed } when days.Contains(at):
                callbacks[owed] = null;
                break;
            case { Kind: CallbackStories.Settled, Callback: { } settled } when callbacks.ContainsKey(settled):
                callbacks[settled] = at;
                break;
            case { Kind: CallbackStories.OwedAnew, Callback: { } again } when callbacks.ContainsKey(again):
                callbacks[again] = null;
                break;
            case { Kind: CallStories.Waiting or CallStories.KeepsPlace, Call: { } call } when days.Contains(at):
                queued.TryAdd(call, at);
                break;
            case { Kind: CallStories.WithAgent, Call: { } call } when queued.TryGetValue(call, out var since):
                answered.TryAdd(call, Counting.Seconds(since, at));
                break;
            case { Kind: CallStories.Ended, Call: { } call } when queued.ContainsKey(call):
                ended.Add(call);
                break;
        }
    }
}

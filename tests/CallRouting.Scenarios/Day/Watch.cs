using CallRouting.PhoneNetwork.Engine;

namespace CallRouting.Scenarios.Day;

/// <summary>What must never happen on the telephones, looked for while the day goes on: every breach is one line.</summary>
public sealed class Watch(World world, OfficerHands officers)
{
    /// <summary>Architecture §3: what a caller listens to is fetched again at least every 30 s. The look comes every ten.</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(40);

    private readonly Dictionary<string, string> callOf = [];
    private readonly Dictionary<string, string> phoneOf = [];
    private readonly Dictionary<string, HashSet<string>> inRoom = [];
    private readonly List<string> breaches = [];

    public IReadOnlyList<string> Breaches => breaches;

    public void Sees(TimelineEvent happened)
    {
        if (happened is { Phone: { } phone, CallSid: { } sid } && officers.Has(phone))
        {
            Rings(happened, phone, sid);
        }
        else if (happened is { ConferenceSid: { } room, CallSid: { } who } && phoneOf.TryGetValue(who, out var officer))
        {
            Meets(happened, room, officer);
        }
    }

    /// <summary>Nobody on the line hears nothing, unless they talk.</summary>
    public async Task Listens(IEnumerable<CallerHands> onLine, DateTimeOffset now)
    {
        foreach (var caller in onLine.Where(caller => now - caller.LastHeard > LongestSilence / 2))
        {
            var phone = await world.Phones.Look(caller.Number);
            if (phone.Call is null or { TalkingWith.Count: > 0 })
            {
                caller.LastHeard = now;
            }
            else if (now - caller.LastHeard > LongestSilence)
            {
                breaches.Add($"{now:HH:mm:ss} {caller.Number} has heard nothing since {caller.LastHeard:HH:mm:ss} (call {caller.Sid})");
                caller.LastHeard = now;
            }
        }
    }

    private void Rings(TimelineEvent happened, string phone, string sid)
    {
        if (happened.What == "call-ringing")
        {
            if (callOf.TryGetValue(phone, out var other) && other != sid)
            {
                breaches.Add($"{happened.At:HH:mm:ss} {phone} is rung by {sid} while in {other}");
            }
            callOf[phone] = sid;
            phoneOf[sid] = phone;
        }
        else if (happened.What == "call-busy" && callOf.TryGetValue(phone, out var first) && first != sid)
        {
            breaches.Add($"{happened.At:HH:mm:ss} {phone} is dialled by {sid} while in {first}");
        }
        else if (IsOver(happened.What) && callOf.TryGetValue(phone, out var own) && own == sid)
        {
            callOf.Remove(phone);
        }
    }

    private void Meets(TimelineEvent happened, string room, string officer)
    {
        var there = inRoom.TryGetValue(room, out var known) ? known : inRoom[room] = [];
        if (happened.What == "participant-join" && there.Add(officer) && there.Count > 1)
        {
            breaches.Add($"{happened.At:HH:mm:ss} {string.Join(" and ", there)} are both in {happened.Detail}");
        }
        else if (happened.What == "participant-leave")
        {
            there.Remove(officer);
        }
    }

    /// <summary>A telephone's call has ended, however.</summary>
    public static bool IsOver(string what) =>
        what is "call-completed" or "call-busy" or "call-no-answer" or "call-failed" or "call-canceled";
}

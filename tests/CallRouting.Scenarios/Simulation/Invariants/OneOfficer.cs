using CallRouting.PhoneNetwork.Engine;

namespace CallRouting.Scenarios.Simulation.Invariants;

/// <summary>4. At most one officer is ever joined to a caller by one transfer: two officers are never in one room.</summary>
internal sealed class OneOfficer(Func<string, bool> isOfficer)
{
    private readonly Dictionary<string, string> phoneOf = [];
    private readonly Dictionary<string, HashSet<string>> inRoom = [];

    public List<Breach> Breaches { get; } = [];

    public void Sees(TimelineEvent now)
    {
        if (now is { Phone: { } phone, CallSid: { } sid } && isOfficer(phone))
        {
            phoneOf[sid] = phone;
        }
        if (now is not { ConferenceSid: { } room, CallSid: { } who } || !phoneOf.TryGetValue(who, out var officer))
        {
            return;
        }
        var there = inRoom.TryGetValue(room, out var known) ? known : inRoom[room] = [];
        if (now.What == "participant-leave")
        {
            there.Remove(officer);
        }
        else if (now.What == "participant-join" && there.Add(officer) && there.Count > 1)
        {
            Breaches.Add(new(4, $"{string.Join(" and ", there)} are both in {now.Detail}", who, now.At));
        }
    }
}

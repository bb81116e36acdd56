using System.Globalization;
using System.Xml.Linq;
using CallRouting.PhoneNetwork.Engine;
using CallRouting.Scenarios.Day;
using CallRouting.Scenarios.Simulation.Deaths;

namespace CallRouting.Scenarios.Simulation.Invariants;

/// <summary>
/// 2. No caller waits in silence. A caller is in silence from the moment when nothing of ours is being performed for them any more: no words, no
/// music, no ringing tone, nobody to talk with, and no pause or question for keys that a document of ours asked for. The quiet within a document
/// is part of what we play, as long as no document asks for more than twenty seconds of it in one piece. Silence ends with the next sound, or with
/// the call. It may last 15 seconds, and as long as no process of ours lived meanwhile. For so long, too, a caller may be on hold in a room
/// that everybody else has left.
/// </summary>
internal sealed class Ears(TimeProvider clock)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan MostQuiet = TimeSpan.FromSeconds(20);

    private readonly Dictionary<string, Line> lines = [];
    private readonly Dictionary<string, Room> rooms = [];
    private readonly List<(DateTimeOffset From, DateTimeOffset To)> outages = [];

    public List<Breach> Breaches { get; } = [];

    public TimeSpan Longest { get; private set; }

    public void Sees(TimelineEvent now)
    {
        if (now.ConferenceSid is { } room)
        {
            InRoom(now, rooms.TryGetValue(room, out var known) ? known : rooms[room] = new());
        }
        else if (now.CallSid is { } sid && now.Phone is { } phone && phone.StartsWith("+4716", StringComparison.Ordinal))
        {
            OnLine(now, sid);
        }
    }

    /// <summary>A document for a leg: what is performed now, and until when.</summary>
    public void Sees(Answered answered)
    {
        if (answered is { Document: { } document, Call: { } sid } && lines.TryGetValue(sid, out var line))
        {
            Sound(line);
            line.Performs(document, clock.GetUtcNow());
            if (Line.Quiet(document) is var quiet && quiet > MostQuiet)
            {
                Breaches.Add(new(2, $"a document asks for {quiet.TotalSeconds:0} s of quiet", sid, clock.GetUtcNow()));
            }
        }
    }

    /// <summary>Between two processes there was nobody.</summary>
    public void Outage(DateTimeOffset from, DateTimeOffset to) => outages.Add((from, to));

    /// <summary>Whoever is still on the line has been there until now.</summary>
    public void AllIsOver()
    {
        foreach (var line in lines.Values)
        {
            Sound(line);
        }
        foreach (var room in rooms.Values)
        {
            Alone(room);
        }
    }

    private void OnLine(TimelineEvent now, string sid)
    {
        if (now.What == "call-in-progress")
        {
            lines[sid] = new Line(sid) { QuietFrom = now.At };
        }
        else if (!lines.TryGetValue(sid, out var line))
        {
            return;
        }
        else if (now.What == "heard")
        {
            Sound(line);
            line.Hears(now.Detail!, now.At);
        }
        else if (now.What == "key")
        {
            line.Presses(now.At);
        }
        else if (Watch.IsOver(now.What))
        {
            Sound(line);
            lines.Remove(sid);
        }
    }

    private void InRoom(TimelineEvent now, Room room)
    {
        switch (now.What)
        {
            case "conference-start":
                room.Started = true;
                break;
            case "participant-join":
                room.OnHold[now.CallSid!] = false;
                break;
            case "participant-leave":
                room.OnHold.Remove(now.CallSid!);
                Talks(now.CallSid!, false);
                break;
            case "participant-hold" or "participant-unhold":
                room.OnHold[now.CallSid!] = now.What == "participant-hold";
                break;
        }
        Alone(room);
        foreach (var (sid, held) in room.OnHold)
        {
            Talks(sid, room.Started && !held && room.OnHold.Any(other => other.Key != sid && !other.Value));
        }
    }

    private void Talks(string sid, bool talks)
    {
        if (!lines.TryGetValue(sid, out var line) || line.Talks == talks)
        {
            return;
        }
        if (talks)
        {
            Sound(line);
        }
        line.Talks = talks;
        line.QuietFrom = talks ? DateTimeOffset.MaxValue : clock.GetUtcNow();
    }

    private void Sound(Line line)
    {
        var silence = Since(line.QuietFrom);
        Longest = silence > Longest ? silence : Longest;
        if (silence > Limit)
        {
            Breaches.Add(new(2, $"{silence.TotalSeconds:0.0} s of silence", line.Sid, line.QuietFrom));
        }
    }

    // Told whenever the room changes, and once when all is over.
    private void Alone(Room room)
    {
        if (room.AloneSince is { } since && Since(since) is var alone && alone > Limit)
        {
            Breaches.Add(new(2, $"{alone.TotalSeconds:0.0} s on hold in a room that the others had left", room.Left, since));
        }
        room.Left =
            room.OnHold is { Count: 1 } && room.OnHold.Single() is { Value: true, Key: var sid } && lines.ContainsKey(sid) ? sid : null;
        room.AloneSince = room.Left is null ? null : clock.GetUtcNow();
    }

    // Without the time in which nobody was there to answer.
    private TimeSpan Since(DateTimeOffset from)
    {
        var now = clock.GetUtcNow();
        return outages.Aggregate(now - from, (left, outage) => left - Overlap(outage.From, outage.To, from, now));
    }

    private static TimeSpan Overlap(DateTimeOffset from, DateTimeOffset to, DateTimeOffset since, DateTimeOffset now)
    {
        var (first, last) = (from > since ? from : since, to < now ? to : now);
        return last > first ? last - first : TimeSpan.Zero;
    }

    private sealed class Room
    {
        public bool Started { get; set; }

        public Dictionary<string, bool> OnHold { get; } = [];

        /// <summary>The caller who is alone and on hold, and since when.</summary>
        public string? Left { get; set; }

        public DateTimeOffset? AloneSince { get; set; }
    }

    private sealed class Line(string sid)
    {
        private const double CharactersPerSecond = 15;
        private XElement? question;
        private int keys;

        public string Sid => sid;

        public bool Talks { get; set; }

        /// <summary>The end of what is performed, which may lie ahead.</summary>
        public DateTimeOffset QuietFrom { get; set; }

        public void Performs(XElement document, DateTimeOffset now)
        {
            if (Talks)
            {
                return;
            }
            (question, keys) = (document.Element("Gather"), 0);
            var until = now;
            foreach (var verb in document.Elements())
            {
                if (verb.Name == "Dial" && verb.Element("Number") is not null)
                {
                    until = DateTimeOffset.MaxValue;
                    break;
                }
                until += Length(verb);
            }
            QuietFrom = until;
        }

        public void Hears(string what, DateTimeOffset now)
        {
            if (what == "♪ ventemusikk")
            {
                QuietFrom = DateTimeOffset.MaxValue;
            }
            else if (!Talks && now + Spoken(what) is var until && until > QuietFrom)
            {
                QuietFrom = until;
            }
        }

        // A key ends the words; when it is the last that is asked for, it ends the question.
        public void Presses(DateTimeOffset now)
        {
            if (question is null || Talks)
            {
                return;
            }
            keys++;
            QuietFrom = keys == (int?)question.Attribute("numDigits") ? now : now + Seconds(question, "timeout");
        }

        /// <summary>The longest quiet that a document asks for in one piece.</summary>
        public static TimeSpan Quiet(XElement document) =>
            document
                .Elements()
                .Select(verb =>
                    verb.Name.LocalName switch
                    {
                        "Pause" => Seconds(verb, "length"),
                        "Gather" => Seconds(verb, "timeout")
                            + verb.Elements("Pause").Aggregate(TimeSpan.Zero, (sum, pause) => sum + Seconds(pause, "length")),
                        _ => TimeSpan.Zero,
                    }
                )
                .Append(TimeSpan.Zero)
                .Max();

        private static TimeSpan Length(XElement verb) =>
            verb.Name.LocalName switch
            {
                "Say" => Spoken(verb.Value),
                "Pause" => Seconds(verb, "length"),
                "Gather" => Seconds(verb, "timeout") + verb.Elements().Aggregate(TimeSpan.Zero, (sum, inner) => sum + Length(inner)),
                _ => TimeSpan.Zero,
            };

        private static TimeSpan Spoken(string words) => TimeSpan.FromSeconds(words.Length / CharactersPerSecond);

        private static TimeSpan Seconds(XElement verb, string name) =>
            TimeSpan.FromSeconds(double.Parse(verb.Attribute(name)!.Value, CultureInfo.InvariantCulture));
    }
}

using System.Globalization;
using System.Xml.Linq;
using CallRouting.PhoneNetwork.Engine;
using CallRouting.Scenarios.Day;
using CallRouting.Scenarios.Simulation.Deaths;

namespace CallRouting.Scenarios.Simulation.Invariants;

/// <summary>
/// 2. No caller waits in silence. A caller is in silence from the moment when nothing of ours is being performed for them any more: no words, no
/// music, no ringing tone, nobody to talk with, and no pause or question for keys that a document of ours asked for. The quiet within a document
/// is part of what we play. Silence ends with the next sound, or with the call.
/// </summary>
internal sealed class Ears(TimeProvider clock)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    private readonly Dictionary<string, Line> lines = [];
    private readonly Dictionary<string, Room> rooms = [];

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
        }
    }

    /// <summary>Whoever is still on the line has been there until now.</summary>
    public void AllIsOver()
    {
        foreach (var line in lines.Values)
        {
            Sound(line);
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
        var silence = clock.GetUtcNow() - line.QuietFrom;
        Longest = silence > Longest ? silence : Longest;
        if (silence > Limit)
        {
            Breaches.Add(new(2, $"{silence.TotalSeconds:0.0} s of silence", line.Sid, line.QuietFrom));
        }
    }

    private sealed class Room
    {
        public bool Started { get; set; }

        public Dictionary<string, bool> OnHold { get; } = [];
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

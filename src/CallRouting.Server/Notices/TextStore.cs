using CallRouting.Server.Database;
using NodaTime;

namespace CallRouting.Server.Notices;

/// <summary>Which texts were answered, and with what: neither who wrote, nor what.</summary>
public sealed class TextStore
{
    private const string Add = "insert into texts_received (sid, answer, received_at) values (@sid, @answer, @now)";

    /// <summary>What a message was answered with; null for one that has not come before.</summary>
    public Task<string?> Answered(string sid, UnitOfWork unit) =>
        unit.Find<string>("select answer from texts_received where sid = @sid", new { sid });

    public Task Keep(string sid, string answer, Instant now, UnitOfWork unit) =>
        unit.Execute(
            Add,
            new
            {
                sid,
                answer,
                now,
            }
        );
}

using CallRouting.Server.Database;
using NodaTime;

namespace CallRouting.Server.Calls;

public sealed class Room
{
    public string Name { get; set; } = "";

    public string CallId { get; set; } = "";

    public int Number { get; set; }

    /// <summary>The provider's name for it, learnt from its callbacks; nothing can be asked of the room before.</summary>
    public string? ConferenceSid { get; set; }

    public Instant? StartedAt { get; set; }

    public Instant? EndedAt { get; set; }
}

public sealed class RoomStore
{
    private const string Columns = "select name, call_id, number, conference_sid, started_at, ended_at from rooms where name = @name";

    private const string Insert = """
        insert into rooms (name, call_id, number, conference_sid, started_at, ended_at)
        values (@name, @call, @number, null, null, null)
        """;

    private const string Update = """
        update rooms set conference_sid = @ConferenceSid, started_at = @StartedAt, ended_at = @EndedAt where name = @Name
        """;

    public async Task<Room?> Find(string name, UnitOfWork unit) => await unit.Find<Room>(Columns, new { name });

    public async Task Open(string name, string call, int number, UnitOfWork unit)
    {
        if (await Find(name, unit) is null)
        {
            await unit.Execute(
                Insert,
                new
                {
                    name,
                    call,
                    number,
                }
            );
        }
    }

    public Task Save(Room room, UnitOfWork unit) => unit.Execute(Update, room);
}

using NodaTime.Extensions;
using Quartz;

namespace CallRouting.Server.Messages;

/// <summary>Quartz wakes the rounds each minute, and they know themselves what is owed.</summary>
public sealed class MessageJob(MessageRounds rounds, TimeProvider clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await rounds.RunOnce(clock.GetUtcNow().ToInstant(), cancellationToken);

    public static void AddTo(IQuartzBuilder quartz) =>
        quartz.ScheduleJob<MessageJob>(
            trigger =>
                trigger
                    .WithIdentity("messages")
                    .WithCronSchedule("40 * * ? * *", cron => cron.WithMisfireInstruction(CronTriggerMisfireInstruction.DoNothing)),
            job => job.WithIdentity("message rounds").DisallowConcurrentExecution()
        );
}

using System.Data.Common;
using Bot.Operation.Settings;
using Bot.Storage.Activities;
using Bot.Storage.Deliveries;
using Bot.Storage.Figures;
using Bot.Storage.Follows;
using Bot.Storage.Postgres;
using Bot.Storage.Questions;
using Bot.Storage.Sqlite;
using Bot.Storage.Wishes;

namespace Bot.Storage;

/// <summary>The store, as services.</summary>
public static class StorageSetup
{
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(StorageOptions.From(configuration))
        .AddSingleton(services => Open(services.GetRequiredService<StorageOptions>(), services.GetRequiredService<ILogger<PostgresDatabase>>(), isServer: true))
        .AddSingleton<ActivityLog>()
        .AddSingleton<DeliveryLog>()
        .AddSingleton<FollowLog>()
        .AddSingleton(QuestionOptions.From(configuration))
        .AddSingleton<QuestionLog>()
        .AddSingleton<FigureLog>()
        .AddSingleton<WishLog>()
        .AddSingleton<Keys>()
        .AddSingleton<KeyedHash>()
        .AddSingleton<StoredKeyRing>();

    /// <summary>Opens the store that the settings name.</summary>
    /// <param name="isServer">Whether for a server; of a SQLite file there is one at a time.</param>
    public static Database Open(StorageOptions options, ILogger<PostgresDatabase> logger, bool isServer = false)
    {
        try
        {
            return options.Postgres is { } connection ? new PostgresDatabase(connection, logger) : new SqliteDatabase(options.Path, isServer);
        }
        catch (Exception error) when (error is DbException or IOException or UnauthorizedAccessException or InvalidOperationException or ArgumentException or TimeoutException)
        {
            throw new BadSettingException(options.Postgres is null
                ? $"Không mở được dữ liệu ở \"{Path.GetFullPath(options.Path)}\" (cài đặt Data:Path): {error.Message}"
                : $"Không mở được PostgreSQL (cài đặt Storage:Postgres): {error.Message}", error);
        }
    }
}

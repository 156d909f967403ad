namespace Knowledge.Decoding;

/// <summary>How often one word stands behind another: a table of its own, because reading a question asks it a thousand times.</summary>
internal sealed class PairCounts
{
    private ulong[] pairs = new ulong[1024];
    private int[] counts = new int[1024];
    private int used;

    public int this[int first, int second] => counts[Slot(Key(first, second))];

    public void Add(int first, int second)
    {
        var key = Key(first, second);
        var slot = Slot(key);
        if (pairs[slot] == 0)
        {
            if (2 * ++used > pairs.Length)
            {
                Grow();
                slot = Slot(key);
            }
            pairs[slot] = key;
        }
        counts[slot]++;
    }

    // Never zero, which marks an empty slot.
    private static ulong Key(int first, int second) => (ulong)(uint)first << 32 | (uint)second + 1;

    private int Slot(ulong key)
    {
        var mask = pairs.Length - 1;
        var slot = (int)(key * 0x9E3779B97F4A7C15 >> 33) & mask;
        while (pairs[slot] != 0 && pairs[slot] != key) slot = slot + 1 & mask;
        return slot;
    }

    private void Grow()
    {
        var (oldPairs, oldCounts) = (pairs, counts);
        (pairs, counts) = (new ulong[2 * oldPairs.Length], new int[2 * oldPairs.Length]);
        for (var i = 0; i < oldPairs.Length; i++)
        {
            if (oldPairs[i] == 0) continue;
            var slot = Slot(oldPairs[i]);
            (pairs[slot], counts[slot]) = (oldPairs[i], oldCounts[i]);
        }
    }
}

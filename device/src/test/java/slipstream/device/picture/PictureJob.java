package slipstream.device.picture;

import java.util.Random;
import slipstream.device.Job;

/// What a POS sends that prints a receipt as a picture.
final class PictureJob {
    private PictureJob() {}

    /// `picture` as strips of one of the commands there are, by `seed`, and the cut.
    static byte[] of(Picture picture, long seed) {
        Job job = Job.begin();
        add(job, picture, seed);
        return job.cut().bytes();
    }

    /// Adds the strips only.
    static void add(Job job, Picture picture, long seed) {
        var random = new Random(seed * 31 + 3);
        int rows = picture.rows().size();
        switch (random.nextInt(5)) {
            case 0 -> rasters(job, picture, rows, false);
            case 1 -> rasters(job, picture, 24, false);
            case 2 -> rasters(job, picture, 40 + random.nextInt(200), random.nextBoolean());
            case 3 -> columns(job, picture, random.nextBoolean());
            default -> graphics(job, picture, 60 + random.nextInt(200));
        }
    }

    private static void rasters(Job job, Picture picture, int high, boolean feeds) {
        for (int top = 0; top < picture.rows().size(); top += high) {
            int rows = Math.min(high, picture.rows().size() - top);
            job.raw(0x1D, 'v', '0', 0, picture.width() / 8, 0, rows & 0xFF, rows >> 8);
            bytes(job, picture, top, rows);
            if (feeds) {
                job.raw(0x0A);
            }
        }
    }

    private static void graphics(Job job, Picture picture, int high) {
        for (int top = 0; top < picture.rows().size(); top += high) {
            int rows = Math.min(high, picture.rows().size() - top);
            int length = 10 + rows * picture.width() / 8;
            job.raw(0x1D, '(', 'L', length & 0xFF, length >> 8, 48, 112, 48, 1, 1, 49);
            job.raw(picture.width() & 0xFF, picture.width() >> 8, rows & 0xFF, rows >> 8);
            bytes(job, picture, top, rows);
            job.raw(0x1D, '(', 'L', 2, 0, 48, 50);
        }
    }

    private static void columns(Job job, Picture picture, boolean feedsByDots) {
        job.raw(0x1B, '3', 24);
        for (int top = 0; top < picture.rows().size(); top += 24) {
            job.raw(0x1B, '*', 33, picture.width() & 0xFF, picture.width() >> 8);
            for (int x = 0; x < picture.width(); x++) {
                for (int part = 0; part < 3; part++) {
                    int bits = 0;
                    for (int bit = 0; bit < 8; bit++) {
                        bits = bits << 1 | dot(picture, x, top + part * 8 + bit);
                    }
                    job.raw(bits);
                }
            }
            if (feedsByDots) {
                job.raw(0x1B, 'J', 24);
            } else {
                job.raw(0x0A);
            }
        }
        job.raw(0x1B, '2');
    }

    private static int dot(Picture picture, int x, int y) {
        return y < picture.rows().size() ? picture.rows().get(y)[x / 8] >> 7 - x % 8 & 1 : 0;
    }

    private static void bytes(Job job, Picture picture, int top, int rows) {
        for (int y = top; y < top + rows; y++) {
            for (byte dots : picture.rows().get(y)) {
                job.raw(dots);
            }
        }
    }
}
